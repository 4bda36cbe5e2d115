import type { FieldError } from '../../errors.ts';
import { type CellCodes, codeOf, yesNoNames } from './chinese-codes.ts';
import { UnreadableCell } from './row.ts';

/** How a cell's text becomes a value of the contract. */
export const cellKinds = ['text', 'list', 'number', 'json', 'date', 'yuan', 'wan', 'yes'] as const;
export type CellKind = (typeof cellKinds)[number];

/** One column that an import understands. */
export interface Column {
  /** The contract's own field name. */
  name: string;
  /** Other headers that mean it; letter case, spaces and marks do not count. */
  also?: readonly string[];
  /** `text` when absent. */
  kind?: CellKind;
  /** Names that people write for each code. */
  codes?: CellCodes;
  /** An empty cell: takes the value away (absent), is refused, or leaves the value as it is. */
  empty?: 'refused' | 'kept';
}

type Cell = { value: unknown } | { fault: FieldError };

/** A header as it is compared: `标题 *` is `标题`, `External_ID` is `externalid`. */
const headerKey = (header: string) =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_*\-.:"']|必填/gu, '')
    .replace(/\(\)/g, '');

/**
 * Which column each header means. A header that comes as its own name wins over one that comes
 * under another; what no column takes is returned as unknown.
 */
export function readHeader(headers: readonly string[], columns: readonly Column[]) {
  const byHeader = new Map<string, Column>();
  const unknown: string[] = [];
  const taken = new Set<string>();
  const claim = (header: string, column: Column) => {
    byHeader.set(header, column);
    taken.add(column.name);
  };
  for (const header of headers) {
    const own = columns.find((column) => headerKey(column.name) === headerKey(header));
    if (own && !taken.has(own.name)) claim(header, own);
  }
  for (const header of headers) {
    if (byHeader.has(header) || header === '') continue;
    const key = headerKey(header);
    const other = columns.find((column) => column.also?.some((name) => headerKey(name) === key));
    if (other && !taken.has(other.name)) claim(header, other);
    else unknown.push(header);
  }
  return { byHeader, unknown: [...new Set(unknown)] };
}

/** How well a row does as the header: 2 when all that is needed has a column, 1 when any is known. */
export function headerRank(names: readonly string[], columns: readonly Column[]): 0 | 1 | 2 {
  const known = new Set(readHeader(names, columns).byHeader.values());
  if (known.size === 0) return 0;
  return columns.every((column) => column.empty !== 'refused' || known.has(column)) ? 2 : 1;
}

/** A cell's value; `null` where it is empty. JSON values that are no text stay as they are. */
export function readCell(column: Column, given: unknown): Cell {
  if (given instanceof UnreadableCell) return refuse(column, given.code, given.message);
  const list = column.kind === 'list';
  if (given === null || given === undefined || (typeof given === 'string' && given.trim() === '')) {
    if (column.empty === 'refused') return refuse(column, 'required', 'This field is needed.');
    return { value: list || column.kind === 'json' ? [] : null };
  }
  if (column.name === 'externalId' && typeof given === 'number') return { value: String(given) };
  if (typeof given === 'object' && column.kind !== 'json' && !(list && Array.isArray(given))) {
    return refuse(column, 'wrong_type', 'This field is no list and no object.');
  }
  if (list && Array.isArray(given) && column.codes) {
    const codes = column.codes;
    return { value: given.map((one) => (typeof one === 'string' ? codeOf(codes, one) : one)) };
  }
  if (typeof given !== 'string') return { value: given };
  return readText(column, given);
}

function readText(column: Column, text: string): Cell {
  switch (column.kind) {
    case 'list':
      return { value: split(text).map((one) => (column.codes ? codeOf(column.codes, one) : one)) };
    case 'number':
      return number(column, text);
    case 'yuan':
      return money(column, text, 2);
    case 'wan':
      return money(column, text, 6);
    case 'yes':
      return yesOrNo(column, text);
    case 'date':
      return { value: asDay(text) };
    case 'json':
      return json(column, text);
    default:
      return { value: column.codes ? codeOf(column.codes, text) : text };
  }
}

function yesOrNo(column: Column, text: string): Cell {
  const code = codeOf(yesNoNames, text).toLowerCase();
  if (code === 'true' || code === 'false') return { value: code === 'true' };
  return refuse(column, 'not_yes_or_no', 'Write 是 or 否.');
}

const split = (text: string) =>
  text
    .split(/[;；、\n]/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');

function number(column: Column, text: string): Cell {
  const plain = text.trim();
  if (!/^-?\d{1,16}(\.\d{1,10})?$/.test(plain)) {
    return refuse(column, 'not_a_number', 'Write a plain number, without separators or units.');
  }
  return { value: Number(plain) };
}

/** Yuan or 万元 as whole fen, by shifting the decimal point in the text: no rounding at all. */
function money(column: Column, text: string, digits: number): Cell {
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(text.trim());
  const rest = match?.[2]?.replace(/0+$/, '') ?? '';
  if (!match || rest.length > digits) {
    return refuse(column, 'not_an_amount', 'Write a plain amount that is exact to the fen.');
  }
  return { value: Number(match[1] + rest.padEnd(digits, '0')) };
}

/**
 * `2026/1/5` and `2026年1月5日`, which spreadsheets make of a date, also with the time of day; the
 * rest is left as it is.
 */
function asDay(text: string): string {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: \d{1,2}:\d{2}(?::\d{2})?)?$/.exec(
    text.trim(),
  );
  if (!match) return text.trim();
  const [, year, month, day] = match;
  return `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
}

function json(column: Column, text: string): Cell {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return refuse(column, 'malformed_json', 'Write a JSON list, such as [{"name": …}].');
  }
}

function refuse(column: Column, code: string, message: string): Cell {
  return { fault: { path: column.name, code, message } };
}
