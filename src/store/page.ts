import * as z from 'zod';
import { invalidField } from '../errors.ts';
import type { Filter } from './filter.ts';

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export interface PageRequest {
  limit: number;
  cursor?: string | undefined;
  /** A field name, with `-` before it for descending order; `-id` is newest first. */
  sort: string;
}

const position = z.tuple([z.union([z.string(), z.number(), z.null()]), z.string()]);

/** Reads `sort` into the store's key and direction (`createdAt` is the order of ids). */
export function order(sort: string): { key: string; direction: 1 | -1 } {
  const descending = sort.startsWith('-');
  const name = descending ? sort.slice(1) : sort;
  const key = name === 'id' || name === 'createdAt' ? '_id' : name;
  return { key, direction: descending ? -1 : 1 };
}

/** The rows after a cursor in the given order; ids break ties, so no row is skipped or repeated. */
export function after(cursor: string | undefined, sort: string): Filter {
  if (cursor === undefined) return {};
  const { key, direction } = order(sort);
  const [value, id] = decode(cursor);
  const beyond = direction === 1 ? '$gt' : '$lt';
  if (key === '_id') return { _id: { [beyond]: id } };
  const at = typeof value === 'string' && isInstant(value) ? new Date(value) : value;
  const tie = { [key]: at, _id: { [beyond]: id } };
  // Rows without the field sort as null, before all others, and no `$gt` or `$lt` meets them.
  if (at === null) return direction === 1 ? { $or: [{ [key]: { $ne: null } }, tie] } : tie;
  const rest = direction === -1 ? [{ [key]: null }] : [];
  return { $or: [{ [key]: { [beyond]: at } }, tie, ...rest] };
}

export function cursorOf(doc: { _id: string }, sort: string): string {
  const { key } = order(sort);
  const value = key === '_id' ? null : ((doc as Record<string, unknown>)[key] ?? null);
  return Buffer.from(JSON.stringify([value, doc._id])).toString('base64url');
}

const isInstant = (value: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);

function decode(cursor: string) {
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw invalidField('cursor', 'invalid_cursor', 'The cursor is not one that a list gave out.');
  }
}
