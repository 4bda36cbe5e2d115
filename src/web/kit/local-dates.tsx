import '@mantine/dates/styles.css';
import { DatesProvider } from '@mantine/dates';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { useText } from '../texts/use-text.tsx';

/** Calendars in it speak the reader's language and begin the week on Monday. */
export function LocalDates({ children }: { children: ReactNode }) {
  const { language } = useText();
  const locale = language === 'zh' ? 'zh-cn' : 'en';
  return <DatesProvider settings={{ locale, firstDayOfWeek: 1 }}>{children}</DatesProvider>;
}
