import { addDays, addMonths, daysBetween } from '../../calendar/dates.ts';

/** Both days count. */
export interface Period {
  from: string;
  to: string;
}

/**
 * The period before, as an office compares: whole months with as many whole months (a half-year with
 * a half-year, a quarter with a quarter), any other stretch with as many days.
 */
export function periodBefore({ from, to }: Period): Period {
  const dayBefore = addDays(from, -1);
  const next = addDays(to, 1);
  if (!from.endsWith('-01') || !next.endsWith('-01')) {
    return { from: addDays(from, -1 - daysBetween(from, to)), to: dayBefore };
  }
  return { from: addMonths(from, -monthsBetween(from, next)), to: dayBefore };
}

const monthNumber = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
const monthsBetween = (from: string, to: string) => monthNumber(to) - monthNumber(from);

/** The months that a period touches, `YYYY-MM`. */
export function monthsOf({ from, to }: Period): string[] {
  const first = `${from.slice(0, 7)}-01`;
  return Array.from({ length: monthsBetween(from, to) + 1 }, (_, n) =>
    addMonths(first, n).slice(0, 7),
  );
}
