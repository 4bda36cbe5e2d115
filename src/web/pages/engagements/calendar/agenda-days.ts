import { type AgendaItem, dayOfItem } from '../../../api/agenda.ts';

export function byDay(items: readonly AgendaItem[]): Map<string, AgendaItem[]> {
  const days = new Map<string, AgendaItem[]>();
  for (const item of items) {
    const day = dayOfItem(item);
    if (day !== undefined) days.set(day, [...(days.get(day) ?? []), item]);
  }
  return days;
}

/** Where one goes to deal with an item. */
export function placeOf({ subject, engagementId, needId }: AgendaItem): string {
  if (subject.kind === 'agreement') return `/agreements/${subject.id}`;
  if (engagementId) return `/engagements/${engagementId}`;
  return `/needs/${needId ?? subject.id}`;
}

export const keyOf = ({ kind, subject, partId }: AgendaItem): string =>
  [kind, subject.id, partId].join(' ');
