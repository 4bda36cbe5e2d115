import { Group, Stack, Title } from '@mantine/core';
import type { AgendaItem } from '../../../api/agenda.ts';
import { dateText, weekdayText } from '../../../kit/dates.ts';
import { Empty } from '../../../kit/empty.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { keyOf } from './agenda-days.ts';
import { daysOf, type Range } from './calendar-days.ts';
import { CalendarItem } from './calendar-item.tsx';
import { DayMark } from './day-mark-badge.tsx';

/** The days on which there is something, one under the other. */
export function AgendaList({
  range,
  items,
}: {
  range: Range;
  items: ReadonlyMap<string, AgendaItem[]>;
}) {
  const { t, language } = useText();
  const days = daysOf(range).filter((day) => items.has(day));
  if (days.length === 0) return <Empty text={t.engagements.calendar.empty} />;
  return (
    <Stack gap="md">
      {days.map((day) => (
        <Stack key={day} gap={4}>
          <Group gap="xs">
            <Title order={2} size="h6">
              <time dateTime={day}>
                {dateText(day, language)} {weekdayText(day, language)}
              </time>
            </Title>
            <DayMark day={day} />
          </Group>
          {items.get(day)!.map((item) => (
            <CalendarItem key={keyOf(item)} item={item} full />
          ))}
        </Stack>
      ))}
    </Stack>
  );
}
