import { dayOf } from '../../../kit/dates.ts';

/** The last day of a term that runs out at an instant: one that ends at 24:00 ends that day. */
export const lastDayOf = (instant: string): string =>
  dayOf(new Date(Date.parse(instant) - 1).toISOString());
