import { Anchor, Box, Group, Stack, Text } from '@mantine/core';
import type { AgendaItem } from '../../../api/agenda.ts';
import { dateText, today, weekdayText } from '../../../kit/dates.ts';
import { useWorkingDays } from '../../../kit/due-date.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { keyOf } from './agenda-days.ts';
import { type Range, weeksOf } from './calendar-days.ts';
import { CalendarItem } from './calendar-item.tsx';
import { DayMark } from './day-mark-badge.tsx';

/** Lines of a day in a month before the rest is a number. */
const shownInMonth = 3;

/** Weeks of a month, or one week in full: a table of days from Monday on. */
export function CalendarGrid({
  range,
  month,
  items,
  full,
  label,
  onMore,
}: {
  range: Range;
  /** `YYYY-MM` of the month that is meant; days of others are paler. */
  month?: string | undefined;
  items: ReadonlyMap<string, AgendaItem[]>;
  full: boolean;
  label: string;
  onMore(day: string): void;
}) {
  const { t, language } = useText();
  const calendar = useWorkingDays();
  const weeks = weeksOf(range);
  const line = '1px solid light-dark(var(--mantine-color-gray-3), var(--mantine-color-dark-4))';
  return (
    <Box
      component="table"
      aria-label={label}
      w="100%"
      style={{ tableLayout: 'fixed', borderCollapse: 'collapse' }}
    >
      <thead>
        <tr>
          {weeks[0]!.map((day) => (
            <Text key={day} component="th" scope="col" size="sm" c="dimmed" py={4}>
              {weekdayText(day, language)}
            </Text>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const here = items.get(day) ?? [];
              const shown = full ? here : here.slice(0, shownInMonth);
              const rests = calendar && !calendar.isWorkingDay(day);
              return (
                <Box
                  key={day}
                  component="td"
                  p={4}
                  h={full ? 320 : 112}
                  style={{ border: line, verticalAlign: 'top' }}
                  bg={
                    rests
                      ? 'light-dark(var(--mantine-color-gray-0), var(--mantine-color-dark-8))'
                      : undefined
                  }
                  aria-current={day === today() ? 'date' : undefined}
                >
                  <Group gap={4} justify="space-between" mb={2}>
                    <DayNumber day={day} pale={month !== undefined && !day.startsWith(month)} />
                    <DayMark day={day} />
                  </Group>
                  <Stack gap={2}>
                    {shown.map((item) => (
                      <CalendarItem key={keyOf(item)} item={item} full={full} />
                    ))}
                    {here.length > shown.length && (
                      <Anchor
                        component="button"
                        type="button"
                        size="xs"
                        ta="start"
                        aria-label={t.engagements.calendar.itemsOn(
                          dateText(day, language),
                          here.length,
                        )}
                        onClick={() => onMore(day)}
                      >
                        {t.engagements.calendar.more(here.length - shown.length)}
                      </Anchor>
                    )}
                  </Stack>
                </Box>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Box>
  );
}

function DayNumber({ day, pale }: { day: string; pale: boolean }) {
  const { language } = useText();
  const now = day === today();
  return (
    <Text
      component="time"
      dateTime={day}
      size="sm"
      fw={now ? 700 : 400}
      c={now ? 'white' : pale ? 'dimmed' : undefined}
      bg={now ? 'teal.9' : undefined}
      px={now ? 7 : 2}
      style={{ borderRadius: 12 }}
      title={dateText(day, language)}
    >
      {Number(day.slice(8))}
    </Text>
  );
}
