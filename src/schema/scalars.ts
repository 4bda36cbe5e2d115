import * as z from 'zod';
import { isDate } from '../calendar/dates.ts';
import { line } from './text.ts';

/** A document's id (ULID); other text is simply unknown, so it is a 404 rather than a 400. */
export const id = z.string().min(1).max(64);

/** Money in fen (分): a whole number, never negative, exact in a double. */
export const fen = z.int().min(0);

/** Other years are slips of the pen; 9999 and 0001 are also what programs write for "no date". */
const isPlausible = (date: string) => !isDate(date) || (date >= '1900' && date < '3000');

/** A date in Asia/Shanghai, `YYYY-MM-DD`, that the calendar has, of the years 1900 to 2999. */
export const day = z
  .string()
  .refine(isDate, {
    message: 'Not a date of the calendar (YYYY-MM-DD).',
    params: { code: 'invalid_date' },
  })
  .refine(isPlausible, {
    message: 'The year is not between 1900 and 2999.',
    params: { code: 'range' },
  })
  .meta({ format: 'date' });

/** An instant with its zone, ISO 8601; a `Date` once parsed. */
export const instant = z.iso
  .datetime({ offset: true, message: 'Not an instant with a zone (ISO 8601).' })
  .transform((value) => new Date(value));

/** An instant as answers carry it. */
export const instantOut = z.string().meta({ format: 'date-time' });

/** The owner's own number of a thing, unique per organization. */
export const externalId = line(100);

/** Division code, GB/T 2260. */
export const district = z.string().regex(/^\d{6}$/, 'Six digits, GB/T 2260.');

/** Reads `3` and `true` of a query string. */
export const queryBoolean = z.enum(['true', 'false']).transform((value) => value === 'true');
