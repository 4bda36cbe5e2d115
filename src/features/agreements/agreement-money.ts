import type { FieldError } from '../../errors.ts';
import type { Deduction, Payment } from './agreement.ts';

/** A million million yuan: above any contract, and far enough from 2^53 for a district to add up. */
export const maxFen = 100_000_000_000_000;

export const isFen = (value: number): boolean =>
  Number.isSafeInteger(value) && value >= 0 && value <= maxFen;

/** Adds fen and refuses to lose one to rounding. */
export const addFen = (a: number, b: number): number => {
  const sum = a + b;
  if (!Number.isSafeInteger(sum)) throw new RangeError('an amount in fen left the exact range');
  return sum;
};

export const sumFen = (amounts: number[]): number => amounts.reduce(addFen, 0);

export interface Values {
  contractValueFen: number;
  deductions: Pick<Deduction, 'amountFen'>[];
  technologyValueFen: number;
}

/**
 * contract value (合同成交额) = technology value (技术交易额) + deductions. With the signs held, the
 * equation implies 0 ≤ technology ≤ contract; that is still named by itself, for it says more.
 */
export const valueProblems = (values: Values): FieldError[] => {
  const { contractValueFen, deductions, technologyValueFen } = values;
  const problems: FieldError[] = [];
  const hold = (amount: number, path: string) => {
    if (isFen(amount)) return true;
    const message = `An amount is a whole number of fen from 0 to ${maxFen}.`;
    problems.push({ path, code: 'not_fen', message });
    return false;
  };
  const whole = [
    hold(contractValueFen, 'contractValueFen'),
    hold(technologyValueFen, 'technologyValueFen'),
    ...deductions.map((one, index) => hold(one.amountFen, `deductions.${index}.amountFen`)),
  ].every(Boolean);
  if (!whole) return problems;
  if (technologyValueFen > contractValueFen) {
    problems.push({
      path: 'technologyValueFen',
      code: 'technology_above_contract',
      message: 'The technology value is above the contract value.',
    });
  }
  const deducted = deductions.reduce((sum, one) => sum + BigInt(one.amountFen), 0n);
  const expected = BigInt(contractValueFen) - deducted;
  if (BigInt(technologyValueFen) !== expected) {
    problems.push({
      path: 'technologyValueFen',
      code: 'values_do_not_add_up',
      message: `Contract value minus deductions is ${expected} fen, not ${technologyValueFen}.`,
    });
  }
  return problems;
};

/**
 * round(part × of / whole), halves away from zero as a spreadsheet's ROUND does, so that whoever
 * works a published rate out again gets the same; exact. Nothing of a whole of 0; only the part may
 * be negative.
 */
export const proportion = (part: number, of: number, whole: number): number => {
  if (whole === 0) return 0;
  const twice = 2n * BigInt(part) * BigInt(of);
  const half = BigInt(part < 0 ? -whole : whole);
  return Number((twice + half) / (2n * BigInt(whole)));
};

export interface PaidShare {
  id: string;
  paidAt: string;
  amountFen: number;
  technologyValueFen: number;
}

/** Payments in the order in which they count: by day, then in the order in which they were made. */
const inOrder = <P extends Pick<Payment, 'id' | 'paidAt'>>(payments: P[]): P[] =>
  payments.toSorted((a, b) => compare(a.paidAt, b.paidAt) || compare(a.id, b.id));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Each payment's share of the technology value. Rounded on what was paid so far, not on each payment,
 * so that the shares of a fully paid contract add up to the technology value to the fen.
 */
export const paidShares = (
  payments: Payment[],
  values: Pick<Values, 'contractValueFen' | 'technologyValueFen'>,
): PaidShare[] => {
  let paid = 0;
  let shared = 0;
  return inOrder(payments).map(({ id, paidAt, amountFen }) => {
    paid = addFen(paid, amountFen);
    const until = proportion(values.technologyValueFen, paid, values.contractValueFen);
    const technologyValueFen = until - shared;
    shared = until;
    return { id, paidAt, amountFen, technologyValueFen };
  });
};

export const paidFen = (payments: Pick<Payment, 'amountFen'>[]): number =>
  sumFen(payments.map((payment) => payment.amountFen));
