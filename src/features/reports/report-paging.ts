import { invalidField } from '../../errors.ts';
import type { Page, PageRequest } from '../../store/page.ts';

export type Paging = Omit<PageRequest, 'sort'>;

export const wrongCursor = () =>
  invalidField('cursor', 'invalid_cursor', 'The cursor is not one that a list gave out.');

/** A page of a list that was reckoned as a whole, with the length of all of it. */
export type CountedPage<T> = Page<T> & { total: number };

/** A page of reckoned items that stand in the order of their keys; the next begins after the last. */
export function pageByKey<T>(
  all: readonly T[],
  page: Paging,
  keyOf: (item: T) => string,
): CountedPage<T> {
  const after = page.cursor === undefined ? undefined : readKey(page.cursor);
  const rest = after === undefined ? all : all.filter((item) => keyOf(item) > after);
  const items = rest.slice(0, page.limit);
  const more = rest.length > items.length;
  const nextCursor = more ? writeKey(keyOf(items.at(-1)!)) : null;
  return { items, nextCursor, total: all.length };
}

/** A page of reckoned items in any order; the cursor is a position. */
export function pageByPosition<T>(all: readonly T[], page: Paging): Page<T> {
  const from = page.cursor === undefined ? 0 : readPosition(page.cursor);
  const next = from + page.limit;
  return { items: all.slice(from, next), nextCursor: next < all.length ? String(next) : null };
}

export function readPosition(cursor: string): number {
  if (!/^\d{1,9}$/.test(cursor)) throw wrongCursor();
  return Number(cursor);
}

const writeKey = (key: string) => Buffer.from(JSON.stringify([key])).toString('base64url');

function readKey(cursor: string): string {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(read) && typeof read[0] === 'string') return read[0];
  } catch {
    // Told as what it is: no cursor of ours.
  }
  throw wrongCursor();
}
