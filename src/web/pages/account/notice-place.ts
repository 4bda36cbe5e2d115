import type { NotificationLine } from '../../api/inbox.ts';

const folders: Record<string, string> = {
  need: '/needs',
  capability: '/capabilities',
  engagement: '/engagements',
  agreement: '/agreements',
  import: '/imports',
  report: '/reports',
  organization: '/organizations',
};

/** The page of what a notice is about, where there is one. */
export function placeOf({ subject }: Pick<NotificationLine, 'subject'>): string | undefined {
  const folder = folders[subject.kind];
  return folder && `${folder}/${subject.id}`;
}
