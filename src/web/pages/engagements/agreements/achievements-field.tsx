import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SearchAnswer } from '../../../../features/matching/search-schema.ts';
import { capabilities } from '../../../api/capabilities.ts';
import { call } from '../../../api/client.ts';
import { useText } from '../../../texts/use-text.tsx';

/** 所含成果: capabilities of the seller first, all others by their words. */
export function AchievementsField({
  value,
  onChange,
  sellerId,
  error,
}: {
  value: string[];
  onChange(ids: string[]): void;
  sellerId: string;
  error?: string | undefined;
}) {
  const { t } = useText();
  const texts = t.agreements.form;
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 300);
  const own = useQuery({
    ...capabilities.list({ organizationId: sellerId, limit: 100 }),
    enabled: sellerId !== '',
  }).data;
  const found = useQuery({
    queryKey: ['/search', 'achievements', q],
    queryFn: ({ signal }) =>
      call<SearchAnswer>('GET', '/search', { query: { q, kind: 'capability', limit: 20 }, signal }),
    enabled: q !== '',
  }).data;
  const chosen = useQueries({ queries: value.map((id) => capabilities.one(id)) });
  const titles = new Map<string, string>();
  for (const one of [...(own?.items ?? []), ...(found?.items ?? [])]) {
    titles.set(one.id, one.title ?? one.id);
  }
  value.forEach((id, at) => {
    titles.set(id, chosen[at]?.data?.title ?? titles.get(id) ?? id);
  });
  return (
    <MultiSelect
      label={texts.achievements}
      description={texts.achievementsHint}
      searchable
      clearable
      hidePickedOptions
      searchValue={typed}
      onSearchChange={setTyped}
      // What the search found need not contain the words letter by letter.
      filter={({ options }) => options}
      limit={50}
      data={[...titles].map(([id, label]) => ({ value: id, label }))}
      value={value}
      onChange={onChange}
      error={error}
      clearButtonProps={{ 'aria-label': t.actions.clear }}
    />
  );
}
