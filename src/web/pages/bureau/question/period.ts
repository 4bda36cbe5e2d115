import { addDays, addMonths, daysBetween } from '../../../../calendar/dates.ts';

/** Both days count. */
export interface Period {
  from: string;
  to: string;
}

export const periodKinds = ['half', 'quarter', 'month', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

const months: Record<PeriodKind, number> = { half: 6, quarter: 3, month: 1, year: 12 };

/** The half-year, quarter, month or year that holds a day. */
export function periodAround(day: string, kind: PeriodKind): Period {
  const length = months[kind];
  const month = Number(day.slice(5, 7)) - 1;
  const from = addMonths(`${day.slice(0, 4)}-01-01`, month - (month % length));
  return { from, to: addDays(addMonths(from, length), -1) };
}

/** What an office calls such a stretch, if it has a name; the number counts within the year. */
export function kindOf(period: Period): { kind: PeriodKind; year: number; n: number } | undefined {
  const kind = periodKinds.find((one) => {
    const { from, to } = periodAround(period.from, one);
    return from === period.from && to === period.to;
  });
  if (!kind) return undefined;
  const n = (Number(period.from.slice(5, 7)) - 1) / months[kind] + 1;
  return { kind, year: Number(period.from.slice(0, 4)), n };
}

/** The stretch of the same kind after (`1`) or before (`-1`); of no kind, of as many days. */
export function neighbour(period: Period, step: 1 | -1): Period {
  const named = kindOf(period);
  if (named) return periodAround(addMonths(period.from, step * months[named.kind]), named.kind);
  const days = daysBetween(period.from, period.to) + 1;
  return { from: addDays(period.from, step * days), to: addDays(period.to, step * days) };
}

/** The latest stretches of a kind, the running one first. */
export function latest(today: string, kind: PeriodKind, count: number): Period[] {
  const first = periodAround(today, kind).from;
  return Array.from({ length: count }, (_, back) =>
    periodAround(addMonths(first, -back * months[kind]), kind),
  );
}

/** The days of a month that lie in a period. */
export function monthWithin(month: string, { from, to }: Period): Period {
  const whole = periodAround(`${month}-01`, 'month');
  return {
    from: whole.from < from ? from : whole.from,
    to: whole.to > to ? to : whole.to,
  };
}
