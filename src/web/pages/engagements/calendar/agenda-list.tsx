import { Group, Stack, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { AgendaItem } from '../../../api/agenda.ts';
import { dateText, weekdayText } from '../../../kit/dates.ts';
import { Empty } from '../../../kit/empty.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { keyOf } from './agenda-days.ts';
import { daysOf, type Range } from './calendar-days.ts';
import { CalendarItem } from './calendar-item.tsx';
import { DayMark } from './day-mark-badge.tsx';

/** The days of a month on which there is something, one under the other. */
export function AgendaList({
  range,
  day: wanted,
  items,
}: {
  range: Range;
  /** Scrolled to when it has something. */
  day: string;
  items: ReadonlyMap<string, AgendaItem[]>;
}) {
  const { t, language } = useText();
  const days = daysOf(range).filter((day) => items.has(day));
  const near = days.find((day) => day >= wanted);
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (near && near !== days[0]) mark.current?.scrollIntoView({ block: 'nearest' });
  }, [near]);
  if (days.length === 0) return <Empty text={t.engagements.calendar.empty} />;
  return (
    <Stack gap="md">
      {days.map((day) => (
        <Stack key={day} gap={4} ref={day === near ? mark : undefined}>
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
