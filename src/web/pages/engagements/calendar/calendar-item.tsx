import { Text, UnstyledButton } from '@mantine/core';
import { Link } from 'react-router';
import type { AgendaItem } from '../../../api/agenda.ts';
import { timeText } from '../../../kit/dates.ts';
import { useText } from '../../../texts/use-text.tsx';
import { placeOf } from './agenda-days.ts';

const colors: Partial<Record<AgendaItem['kind'], string>> = {
  meeting: 'blue',
  visit: 'teal',
  next_step: 'grape',
  first_contact: 'orange',
  answer_assignment: 'orange',
};

/** One thing on the calendar: a line in a month, with more about it where there is room. */
export function CalendarItem({ item, full = false }: { item: AgendaItem; full?: boolean }) {
  const { t, word } = useText();
  const { kind, at, due, overdue, subject, text, place, enterprise, institute } = item;
  // Terms run out at midnight; the hour counts of what takes place.
  const time = at && (kind === 'meeting' || kind === 'visit') ? timeText(at) : '';
  const color = overdue ? 'red' : (colors[kind] ?? 'gray');
  const title = text ?? subject.title ?? t.states.hidden;
  const about = [
    text && subject.title,
    [enterprise?.name, institute?.name].filter(Boolean).join(' ↔ '),
    place,
  ].filter(Boolean);
  return (
    <UnstyledButton
      component={Link}
      to={placeOf(item)}
      px={6}
      py={3}
      mih={24}
      w="100%"
      style={{
        display: 'block',
        borderRadius: 4,
        borderLeft: `3px solid var(--mantine-color-${color}-6)`,
        background: `var(--mantine-color-${color}-light)`,
      }}
      title={`${word('agendaKinds', kind)} ${title}`}
    >
      <Text
        component="span"
        size="xs"
        display="block"
        truncate={full ? undefined : 'end'}
        c={`var(--mantine-color-${color}-light-color)`}
      >
        <strong>
          {time} {word('agendaKinds', kind)}
          {overdue && due && ` · ${t.engagements.calendar.overdue}`}
        </strong>{' '}
        {title}
      </Text>
      {full && about.length > 0 && (
        <Text component="span" size="xs" display="block">
          {about.join(' · ')}
        </Text>
      )}
    </UnstyledButton>
  );
}
