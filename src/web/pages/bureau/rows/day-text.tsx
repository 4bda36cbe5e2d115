import { dateText } from '../../../kit/dates.ts';
import { useText } from '../../../texts/use-text.tsx';

/** A day of a row; never broken over two lines. */
export function DayText({ day }: { day: string }) {
  const { language } = useText();
  return (
    <time dateTime={day} style={{ whiteSpace: 'nowrap' }}>
      {dateText(day, language)}
    </time>
  );
}
