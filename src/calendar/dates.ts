/**
 * Dates are `YYYY-MM-DD` strings in Asia/Shanghai; instants are `Date`.
 * Nothing here reads the time zone of the process. China has kept UTC+8 without summer time since
 * 1992, so a fixed offset is exact for every instant this system can hold.
 */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a real day of the calendar written as exactly `YYYY-MM-DD` (so not for 2025-02-29). */
export function isDate(text: string): boolean {
  const parts = DATE.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The date itself; a RangeError when it is none. */
export function parseDate(text: string): string {
  if (!isDate(text)) throw new RangeError(`not a date (YYYY-MM-DD): ${JSON.stringify(text)}`);
  return text;
}

/** The day that the calendar on a Shanghai wall shows at this instant. */
export function shanghaiDate(instant: Date): string {
  return fromUtc(instant.getTime() + SHANGHAI_OFFSET_MS);
}

/** 00:00 in Shanghai of this date. */
export function startOfDay(date: string): Date {
  return new Date(utcOf(date) - SHANGHAI_OFFSET_MS);
}

/**
 * 24:00 in Shanghai of this date: the first instant that is too late.
 * So a deadline has passed when `now >= endOfDay(date)`, and the whole due day counts.
 */
export function endOfDay(date: string): Date {
  return new Date(utcOf(date) + DAY_MS - SHANGHAI_OFFSET_MS);
}

export function addDays(date: string, days: number): string {
  return fromUtc(utcOf(date) + wholeNumber(days) * DAY_MS);
}

/** Days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return (utcOf(to) - utcOf(from)) / DAY_MS;
}

/**
 * The same day of the month, `months` later, or the last day of that month when it is shorter
 * (31 January + 1 → 28 or 29 February). Reckon a series from its first date
 * (`addMonths(first, n * every)`), or the 31st stays the 28th for ever.
 */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = split(date);
  const count = year * 12 + (month - 1) + wholeNumber(months);
  const [y, m] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return write(y, m, Math.min(day, daysInMonth(y, m)));
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: string): number {
  // 1970-01-01, day 0, was a Thursday.
  return ((((utcOf(date) / DAY_MS + 3) % 7) + 7) % 7) + 1;
}

function split(date: string): [number, number, number] {
  parseDate(date);
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function utcOf(date: string): number {
  const [year, month, day] = split(date);
  // Date.UTC takes 0–99 for 1900–1999.
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

function fromUtc(ms: number): string {
  const at = new Date(ms);
  return write(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}

function write(year: number, month: number, day: number): string {
  if (!(year >= 1 && year <= 9999)) throw new RangeError('a date outside the years 0001–9999');
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function wholeNumber(n: number): number {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole number: ${n}`);
  return n;
}
