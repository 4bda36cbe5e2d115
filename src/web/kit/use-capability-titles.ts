import { useDebouncedValue } from '@mantine/hooks';
import { useQueries, useQuery } from '@tanstack/react-query';
import { capabilities } from '../api/capabilities.ts';
import { searchFor } from '../api/search.ts';

/**
 * Capabilities to choose from by id: an institute's newest, what the typed words find, in all
 * institutes or in that one `only`, and those that are chosen already.
 */
export function useCapabilityTitles(asked: {
  instituteId: string;
  only?: boolean;
  typed: string;
  chosen: readonly string[];
}): Map<string, string> {
  const { instituteId, only = false, typed, chosen } = asked;
  const [q] = useDebouncedValue(typed.trim(), 300);
  const own = useQuery({
    ...capabilities.list({ organizationId: instituteId, limit: 100 }),
    enabled: instituteId !== '',
  }).data;
  const within = only ? { organizationId: instituteId } : {};
  const found = useQuery({
    ...searchFor({ q, kind: 'capability', limit: 20, ...within }),
    enabled: q !== '',
  }).data;
  const known = useQueries({ queries: chosen.map((id) => capabilities.one(id)) });
  const titles = new Map<string, string>();
  for (const { id, title = id } of found?.items ?? []) titles.set(id, title);
  for (const { id, title } of own?.items ?? []) titles.set(id, title);
  chosen.forEach((id, at) => {
    titles.set(id, known[at]?.data?.title ?? titles.get(id) ?? id);
  });
  return titles;
}
