import { addDays, weekday } from '../../../../calendar/dates.ts';
import { type AgendaItem, dayOfItem } from '../../../api/agenda.ts';

/** In the order of the page: what others wait for comes before what has time. */
export const agendaGroups = ['overdue', 'today', 'week', 'undated', 'later'] as const;
export type AgendaGroup = (typeof agendaGroups)[number];

type Timed = Pick<AgendaItem, 'due' | 'at' | 'overdue'>;

export function groupOf(item: Timed, today: string): AgendaGroup {
  if (item.overdue) return 'overdue';
  const day = dayOfItem(item);
  if (day === undefined) return 'undated';
  if (day <= today) return 'today';
  return day <= addDays(today, 7 - weekday(today)) ? 'week' : 'later';
}

/** The items by group, each in the order in which the service gave them; empty groups are left out. */
export function grouped<T extends Timed>(items: readonly T[], today: string) {
  return agendaGroups
    .map((group) => ({ group, items: items.filter((item) => groupOf(item, today) === group) }))
    .filter(({ items: some }) => some.length > 0);
}
