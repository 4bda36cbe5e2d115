import { addDays, shanghaiDate, startOfDay } from './dates.ts';
import { isWorkingDay } from './working-days.ts';

/** Office hours in minutes of the Shanghai day: 9:00 to 17:00, 480 minutes a working day. */
const officeHours = { opens: 9 * 60, closes: 17 * 60 } as const;

const minuteMs = 60_000;

/**
 * Whole office minutes between two instants: only the hours 9:00 to 17:00 of Chinese working days
 * count, so an answer given at night or on a holiday costs no more than one at the next opening.
 */
export function officeMinutesBetween(from: Date, to: Date): number {
  let ms = 0;
  for (let day = shanghaiDate(from); day <= shanghaiDate(to); day = addDays(day, 1)) {
    if (!isWorkingDay(day)) continue;
    const midnight = startOfDay(day).getTime();
    const opens = Math.max(from.getTime(), midnight + officeHours.opens * minuteMs);
    const closes = Math.min(to.getTime(), midnight + officeHours.closes * minuteMs);
    ms += Math.max(0, closes - opens);
  }
  return Math.floor(ms / minuteMs);
}
