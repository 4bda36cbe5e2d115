import { shanghaiDate, weekday } from '../../calendar/dates.ts';
import type { Language } from '../texts/language.ts';

const locale = { zh: 'zh-CN', en: 'en-GB' } as const;
const weekdays = {
  zh: ['一', '二', '三', '四', '五', '六', '日'].map((name) => `周${name}`),
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

/** A date as offices write it: `2026年6月30日`. Takes `YYYY-MM-DD` or an instant. */
export function dateText(value: string, language: Language): string {
  const [year, month, day] = dayOf(value).split('-').map(Number) as [number, number, number];
  if (language === 'zh') return `${year}年${month}月${day}日`;
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.toLocaleDateString(locale.en, { dateStyle: 'medium', timeZone: 'UTC' });
}

/** The day in Shanghai of a date or an instant. */
export const dayOf = (value: string): string =>
  value.length === 10 ? value : shanghaiDate(new Date(value));

/** The last day of a term: one that runs out at an instant, 24:00 say, ends with the day before it. */
export const lastDayOf = (due: string): string =>
  due.length === 10 ? due : shanghaiDate(new Date(Date.parse(due) - 1));

export const weekdayText = (value: string, language: Language): string =>
  weekdays[language][weekday(dayOf(value)) - 1]!;

/** An instant with its hour in Shanghai: `2026年6月30日 14:30`; a bare date stays a date. */
export function instantText(value: string, language: Language): string {
  if (value.length === 10) return dateText(value, language);
  return `${dateText(value, language)} ${timeText(value)}`;
}

export const timeText = (value: string): string =>
  new Date(value).toLocaleTimeString(locale.en, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Shanghai',
  });

export const today = (): string => shanghaiDate(new Date());

/** The instant that a date and an hour of Shanghai name: `2026-06-30`, `14:30`. */
export const instantOf = (date: string, time: string): string => `${date}T${time}:00+08:00`;
