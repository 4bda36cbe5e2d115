import { weekday } from '../../calendar/dates.ts';

interface Calendar {
  isWorkingDay(day: string): boolean;
}

/** 休 on a weekday without work, 班 on a weekend day with it; other days need no mark. */
export function dayMark(day: string, calendar: Calendar): 'holiday' | 'makeUpWorkday' | undefined {
  const works = calendar.isWorkingDay(day);
  const weekend = weekday(day) > 5;
  if (works === !weekend) return undefined;
  return works ? 'makeUpWorkday' : 'holiday';
}
