import { Box, Text } from '@mantine/core';
import { DateInput, type DateInputProps } from '@mantine/dates';
import dayjs from 'dayjs';
import { useText } from '../texts/use-text.tsx';
import { dateText, weekdayText } from './dates.ts';
import { dayMark } from './day-mark.ts';
import { useWorkingDays } from './due-date.tsx';
import { LocalDates } from './local-dates.tsx';

export type DayProps = Omit<DateInputProps, 'value' | 'onChange'> & {
  value?: string | undefined;
  onChange?(day: string): void;
};

/**
 * A day (`YYYY-MM-DD`, or nothing), typed or picked; holidays and make-up workdays are marked in
 * the calendar, and told of the chosen day.
 */
export function DayPicker({ value = '', onChange, description, ...rest }: DayProps) {
  const { t, language } = useText();
  const calendar = useWorkingDays();
  const mark = (day: string) => calendar && dayMark(day, calendar);
  const chosen = value === '' ? undefined : mark(value);
  const rests =
    calendar && value !== '' && !calendar.isWorkingDay(value)
      ? t.due.nextWorkday(dateText(calendar.addWorkingDays(value, 0), language))
      : undefined;
  return (
    <LocalDates>
      <DateInput
        {...rest}
        value={value === '' ? null : value}
        onChange={(day) => onChange?.(day ?? '')}
        valueFormat="YYYY-MM-DD"
        placeholder="YYYY-MM-DD"
        // Days of other months are too pale to read, and can be picked in their own.
        hideOutsideDates
        clearable={!rest.withAsterisk}
        clearButtonProps={{ 'aria-label': t.actions.clear }}
        description={
          value === ''
            ? description
            : [weekdayText(value, language), chosen && t.due[chosen], rests]
                .filter(Boolean)
                .join(' · ')
        }
        nextIcon={undefined}
        ariaLabels={{ nextMonth: t.pages.nextMonth, previousMonth: t.pages.previousMonth }}
        renderDay={(day) => {
          const what = mark(day);
          return (
            <Box pos="relative">
              {dayjs(day).date()}
              {what && (
                <Text component="span" fz={9} pos="absolute" top={-8} right={-9} aria-hidden>
                  {t.due[what]}
                </Text>
              )}
            </Box>
          );
        }}
      />
    </LocalDates>
  );
}
