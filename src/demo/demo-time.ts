import { addDays, shanghaiDate, startOfDay } from '../calendar/dates.ts';
import { addWorkingDays } from '../calendar/working-days.ts';

const hourMs = 3_600_000;

/** The clock of one history; each has a millisecond of its own, which keeps ids apart. */
export interface DemoTime {
  /** The instant of the seeding. */
  now: Date;
  today: string;
  /** An hour of a day, Shanghai. */
  on(day: string, hour: number): Date;
  /** An hour of the working day that was `days` days ago, or the last one before it. */
  ago(days: number, hour: number): Date;
  /** Some hours before the seeding. */
  hoursAgo(hours: number): Date;
}

export function createDemoTime(now: Date, lane: number): DemoTime {
  const today = shanghaiDate(now);
  const inLane = (ms: number) => new Date(Math.floor(ms / 1000) * 1000 + lane);
  const on = (day: string, hour: number) => inLane(startOfDay(day).getTime() + hour * hourMs);
  const hoursAgo = (hours: number) => inLane(now.getTime() - hours * hourMs - 1000);
  return {
    now,
    today,
    on,
    hoursAgo,
    ago: (days, hour) =>
      days <= 0 ? hoursAgo(1) : on(lastWorkingDay(addDays(today, -days)), hour),
  };
}

const lastWorkingDay = (day: string) => addWorkingDays(addDays(day, 1), -1);

/** The working day on or after this one, `days` later. */
export const workingDay = (day: string, days = 0) => addWorkingDays(addDays(day, days), 0);
