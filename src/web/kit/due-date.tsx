import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../texts/use-text.tsx';
import { dateText, lastDayOf, today, weekdayText } from './dates.ts';

/** The calendar of Chinese holidays, loaded where a date is shown against it. */
export const useWorkingDays = () =>
  useQuery({
    queryKey: ['working days'],
    queryFn: () => import('../../calendar/working-days.ts'),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;

/** A day, or the instant at which a term runs out, by which something is due, and how many Chinese working days are left or gone. */
export function DueDate({ due, done = false }: { due: string; done?: boolean }) {
  const { t, language } = useText();
  const calendar = useWorkingDays();
  const date = lastDayOf(due);
  const now = today();
  const left = calendar?.workingDaysBetween(now, date);
  const overdue = !done && date < now;
  const rest = () => {
    if (done || left === undefined) return '';
    if (date === now) return t.due.today;
    return overdue ? t.due.overdueDays(Math.max(1, -left)) : t.due.inDays(left);
  };
  return (
    <Text component="span" size="sm" c={overdue ? 'red' : undefined} fw={overdue ? 600 : undefined}>
      <time dateTime={date} className="whole">
        {dateText(date, language)} {weekdayText(date, language)}
      </time>{' '}
      <span className="whole">{rest()}</span>
    </Text>
  );
}
