import type { AgendaItem } from '../../../api/agenda.ts';

/** The page on which an item is done. */
export function placeOfItem({ kind, subject, needId }: AgendaItem): string {
  if (kind === 'reassign') return '/assignment';
  switch (subject.kind) {
    case 'engagement':
      return `/engagements/${subject.id}`;
    case 'agreement':
      return `/agreements/${subject.id}`;
    default:
      return `/needs/${needId ?? subject.id}`;
  }
}
