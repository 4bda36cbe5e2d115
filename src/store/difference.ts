import { isDeepStrictEqual } from 'node:util';

/** One changed place: `before` is absent for something new, `after` for something taken away. */
export interface Change {
  path: string;
  before?: unknown;
  after?: unknown;
}

type Row = { id: string };

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

const isRows = (value: unknown): value is Row[] =>
  Array.isArray(value) && value.length > 0 && value.every((row) => isPlain(row) && 'id' in row);

/**
 * What differs between two values, as leaves. Rows that carry an `id` are compared by it, so that
 * one more meeting in a long timeline is one change.
 */
export function difference(before: unknown, after: unknown, path = ''): Change[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (isPlain(before) && isPlain(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) =>
      difference(before[key], after[key], path === '' ? key : `${path}.${key}`),
    );
  }
  if ((isRows(before) || isRows(after)) && Array.isArray(before) && Array.isArray(after)) {
    return differentRows(before as Row[], after as Row[], path);
  }
  const change: Change = { path };
  if (before !== undefined) change.before = before;
  if (after !== undefined) change.after = after;
  return [change];
}

function differentRows(before: Row[], after: Row[], path: string): Change[] {
  const was = new Map(before.map((row) => [row.id, row]));
  const is = new Map(after.map((row) => [row.id, row]));
  const ids = new Set([...was.keys(), ...is.keys()]);
  return [...ids].flatMap((id) => difference(was.get(id), is.get(id), `${path}[${id}]`));
}
