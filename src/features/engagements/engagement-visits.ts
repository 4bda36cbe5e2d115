import { addMonths } from '../../calendar/dates.ts';
import { addWorkingDays } from '../../calendar/working-days.ts';

/** 回访: experts come to the enterprise every few months after the signing. */
export interface Visit {
  id: string;
  plannedOn: string;
  /** When the caller gave an hour. */
  plannedAt?: Date;
  /** Who planned it: a person, or the signing of an agreement. */
  source: 'person' | 'agreement';
  remindOn?: string;
  remindedAt?: Date;
  reportedAt?: Date;
}

const monthsOfAPlan = 12;

/** A day of rest moves to the next working day. */
const onWorkingDay = (date: string) => addWorkingDays(date, 0);

/** The days of a year of visits after a signing, the first after `everyMonths` months. */
export function visitsAfterSigning(signedAt: string, everyMonths: number): string[] {
  const count = Math.floor(monthsOfAPlan / everyMonths);
  return Array.from({ length: count }, (_, n) =>
    onWorkingDay(addMonths(signedAt, (n + 1) * everyMonths)),
  );
}

/** One visit as it was asked for, or a year of them from that day on. */
export function visitSeries(first: string, everyMonths: number | undefined): string[] {
  if (everyMonths === undefined) return [first];
  const count = Math.ceil(monthsOfAPlan / everyMonths);
  return Array.from({ length: count }, (_, n) =>
    n === 0 ? first : onWorkingDay(addMonths(first, n * everyMonths)),
  );
}
