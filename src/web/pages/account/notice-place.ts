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
export function placeOf({
  kind,
  subject,
  params,
}: Pick<NotificationLine, 'kind' | 'subject' | 'params'>): string | undefined {
  // The office is told of the needs of an import that is somebody else's to see.
  if (kind === 'import.needs_submitted') return '/vetting';
  // An assignment has no page: it is answered on its need.
  if (subject.kind === 'assignment') {
    return typeof params.needId === 'string' ? `/needs/${params.needId}` : undefined;
  }
  const folder = folders[subject.kind];
  return folder && `${folder}/${subject.id}`;
}
