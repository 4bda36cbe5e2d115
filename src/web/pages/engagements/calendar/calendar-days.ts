import { addDays, addMonths, weekday } from '../../../../calendar/dates.ts';

export type CalendarView = 'month' | 'week' | 'agenda';

const monthOf = (day: string) => `${day.slice(0, 8)}01`;
const mondayOf = (day: string) => addDays(day, 1 - weekday(day));

export interface Range {
  from: string;
  to: string;
}

/** First and last day that a view shows: whole weeks around a day, or a month from it on. */
export function rangeOf(view: CalendarView, day: string): Range {
  if (view === 'week') return { from: mondayOf(day), to: addDays(mondayOf(day), 6) };
  if (view === 'agenda') return { from: day, to: addDays(addMonths(day, 1), -1) };
  const first = monthOf(day);
  const last = addDays(addMonths(first, 1), -1);
  return { from: mondayOf(first), to: addDays(mondayOf(last), 6) };
}

/** The day around which the view before or after this one lies. */
export const stepFrom = (view: CalendarView, day: string, by: 1 | -1): string =>
  view === 'week' ? addDays(day, 7 * by) : addMonths(view === 'month' ? monthOf(day) : day, by);

export function daysOf({ from, to }: Range): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

export function weeksOf(range: Range): string[][] {
  const days = daysOf(range);
  return Array.from({ length: days.length / 7 }, (_, at) => days.slice(at * 7, at * 7 + 7));
}
