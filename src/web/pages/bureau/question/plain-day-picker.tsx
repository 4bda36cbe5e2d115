import { DateInput, type DateInputProps } from '@mantine/dates';
import { isDate } from '../../../../calendar/dates.ts';
import { LocalDates } from '../../../kit/local-dates.tsx';
import { useText } from '../../../texts/use-text.tsx';

export type PlainDayProps = Omit<DateInputProps, 'onChange'> & { onDay(day: string): void };

/** A day as the reader's offices write it, typed in any order of marks or picked. */
export function PlainDayPicker({ onDay, ...rest }: PlainDayProps) {
  const { t, language } = useText();
  return (
    <LocalDates>
      <DateInput
        valueFormat={language === 'zh' ? 'YYYY年M月D日' : 'YYYY-MM-DD'}
        dateParser={dayTyped}
        ariaLabels={{ nextMonth: t.pages.nextMonth, previousMonth: t.pages.previousMonth }}
        onChange={(day) => day && onDay(day)}
        {...rest}
      />
    </LocalDates>
  );
}

/** `2026年6月30日`, `2026-6-30`, `2026/06/30`. */
function dayTyped(text: string): string | null {
  const parts = /(\d{4})\D+(\d{1,2})\D+(\d{1,2})/.exec(text.normalize('NFKC'));
  if (!parts) return null;
  const day = [parts[1], parts[2]!.padStart(2, '0'), parts[3]!.padStart(2, '0')].join('-');
  return isDate(day) && day >= '1900' ? day : null;
}
