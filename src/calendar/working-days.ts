/**
 * Chinese working days: Monday to Friday, without the statutory holidays and with the make-up
 * workdays (调休) of the yearly notice of the State Council's General Office.
 * The list is the data of `chinese-days`. Its functions are not used: they read the time zone of the
 * process, and are a day out west of Greenwich.
 */
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays, endOfDay, parseDate, shanghaiDate, weekday } from './dates.ts';

const holidays = new Set(Object.keys(published.holidays));
const makeUpWorkdays = new Set(Object.keys(published.workdays));
const publishedYears = new Set([...holidays].map((date) => Number(date.slice(0, 4))));

/**
 * Days that are holidays in every year by statute (全国年节及纪念日放假办法, as amended in November
 * 2024): known before the year's notice is, unlike the lunar ones and the make-up workdays.
 */
const STATUTORY = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);

/**
 * True while the year's notice is not in the data: its working days are then weekdays without the
 * fixed statutory holidays, and a deadline reckoned with them may move once the notice is out.
 */
export function isProvisional(year: number): boolean {
  return !publishedYears.has(year);
}

export function isWorkingDay(date: string): boolean {
  parseDate(date);
  if (makeUpWorkdays.has(date)) return true;
  if (holidays.has(date) || weekday(date) > 5) return false;
  return !(isProvisional(Number(date.slice(0, 4))) && STATUTORY.has(date.slice(5)));
}

/** The weekdays of a year that are off, and the days of its weekends that are worked. */
export function exceptionsOf(year: number): { holidays: string[]; workdays: string[] } {
  const holidays: string[] = [];
  const workdays: string[] = [];
  for (let date = `${year}-01-01`; date.startsWith(`${year}-`); date = addDays(date, 1)) {
    if (isWorkingDay(date) && weekday(date) > 5) workdays.push(date);
    if (!isWorkingDay(date) && weekday(date) <= 5) holidays.push(date);
  }
  return { holidays, workdays };
}

/**
 * The date of the n-th working day after `from`; the day of `from` itself never counts
 * (Civil Code, art. 201). Negative n counts backwards; n = 0 is `from`, or the next working day
 * when `from` is none. An instant counts from its day in Shanghai.
 */
export function addWorkingDays(from: string | Date, n: number): string {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole number of working days: ${n}`);
  let date = typeof from === 'string' ? parseDate(from) : shanghaiDate(from);
  if (n === 0) return isWorkingDay(date) ? date : addWorkingDays(date, 1);
  const step = n < 0 ? -1 : 1;
  for (let left = Math.abs(n); left > 0; ) {
    date = addDays(date, step);
    if (isWorkingDay(date)) left -= 1;
  }
  return date;
}

/**
 * The instant at which a term of n working days is over: 24:00 in Shanghai of its last day, so
 * the term has run out when `now >= deadline`.
 */
export function workingDeadline(from: string | Date, n: number): Date {
  return endOfDay(addWorkingDays(from, n));
}

/**
 * Working days after `from` up to and including `to`; negative when `to` is earlier. So
 * `workingDaysBetween(d, addWorkingDays(d, n))` is n for every n > 0.
 */
export function workingDaysBetween(from: string | Date, to: string | Date): number {
  const start = typeof from === 'string' ? parseDate(from) : shanghaiDate(from);
  const end = typeof to === 'string' ? parseDate(to) : shanghaiDate(to);
  if (end < start) return -workingDaysBetween(end, start);
  let count = 0;
  for (let date = start; date < end; ) {
    date = addDays(date, 1);
    if (isWorkingDay(date)) count += 1;
  }
  return count;
}
