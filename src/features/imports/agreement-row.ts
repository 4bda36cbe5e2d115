import type { FieldError } from '../../errors.ts';
import { invalid } from '../../errors.ts';
import { normalizeCreditCode } from '../organizations/credit-code.ts';

type Row = Record<string, unknown>;

/** The cells of a row as the agreement's body has them: parties, amounts in fen, registration. */
export function agreementOf(row: Row): Row {
  const given = { ...row };
  const take = (name: string) => {
    const value = given[name];
    delete given[name];
    return value;
  };
  for (const side of ['seller', 'buyer']) {
    const nested = take(side);
    const cells = Object.fromEntries(
      partyCells.flatMap(([cell, field]) => {
        const value = take(side + cell);
        return value === undefined ? [] : [[field, value]];
      }),
    );
    const party: Row = { ...(isPlain(nested) ? nested : {}), ...cells };
    if (typeof party.creditCode === 'string') {
      party.creditCode = normalizeCreditCode(party.creditCode);
    }
    if (Object.keys(party).length > 0) given[side] = party;
  }
  for (const name of ['contractValue', 'technologyValue']) {
    const ways = [take(`${name}Fen`), take(`${name}Yuan`), take(`${name}Wan`)];
    const amount = ways.find((way) => way !== undefined && way !== null);
    if (amount !== undefined) given[`${name}Fen`] = amount;
  }
  itemize(given);
  register(given, take('registrationNumber'), take('registeredAt'));
  return given;
}

const partyCells = [
  'Name',
  'CreditCode',
  'IdKind',
  'IdNumber',
  'Country',
  'Nature',
  'District',
  'Industry',
].map((cell) => [cell, cell[0]!.toLowerCase() + cell.slice(1)] as const);

/** Registers state both values and no items: what lies between them is one item, and said so. */
function itemize(given: Row) {
  const { contractValueFen: contract, technologyValueFen: technology, deductions } = given;
  if (Array.isArray(deductions) && deductions.length > 0) return;
  if (typeof contract !== 'number' || typeof technology !== 'number') return;
  const between = contract - technology;
  const item = { kind: 'other', amountFen: between, note: '导入时未列明细' };
  given.deductions = between > 0 ? [item] : [];
}

function register(given: Row, number: unknown, registeredAt: unknown) {
  if (number === undefined && registeredAt === undefined) return;
  const faults: FieldError[] = [];
  const need = (value: unknown, path: string) => {
    if (value !== undefined) return;
    faults.push({ path, code: 'required', message: 'Give the number and the date together.' });
  };
  need(number, 'registrationNumber');
  need(registeredAt, 'registeredAt');
  if (faults.length > 0) throw invalid(faults);
  given.registration = { number, registeredAt };
}

const isPlain = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a stored value says already what a row gives; what the row leaves open is not asked. */
export function saysAlready(stored: unknown, given: unknown): boolean {
  if (given === undefined || given === null) return stored === undefined || stored === null;
  if (Array.isArray(given)) {
    return (
      Array.isArray(stored) &&
      stored.length === given.length &&
      given.every((one, at) => saysAlready(stored[at], one))
    );
  }
  if (!isPlain(given)) return stored === given;
  return (
    isPlain(stored) &&
    Object.entries(given).every(([key, value]) => saysAlready(stored[key], value))
  );
}
