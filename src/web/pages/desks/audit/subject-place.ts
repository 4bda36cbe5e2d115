const places: Record<string, string> = {
  need: '/needs',
  capability: '/capabilities',
  engagement: '/engagements',
  agreement: '/agreements',
  organization: '/organizations',
  user: '/people',
  broker: '/people',
  import: '/imports',
  report: '/reports',
};

/** Where a thing of the log is shown; nothing for what has no page of its own. */
export function subjectPlace(kind: string, id: string): string | undefined {
  if (kind === 'settings') return '/settings';
  const place = places[kind];
  return place && `${place}/${id}`;
}
