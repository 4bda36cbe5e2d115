import { Badge } from '@mantine/core';
import { dayMark } from '../../../kit/day-mark.ts';
import { useWorkingDays } from '../../../kit/due-date.tsx';
import { useText } from '../../../texts/use-text.tsx';

/** 休 or 班, where a day is not what its weekday says. */
export function DayMark({ day }: { day: string }) {
  const { t } = useText();
  const calendar = useWorkingDays();
  const mark = calendar && dayMark(day, calendar);
  if (!mark) return null;
  return (
    <Badge size="xs" circle={false} color={mark === 'holiday' ? 'green' : 'orange'} px={4}>
      {t.due[mark]}
    </Badge>
  );
}
