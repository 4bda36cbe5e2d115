import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { OrganizationKind } from '../../vocabulary.ts';
import { organizations } from '../api/organizations.ts';
import { useText } from '../texts/use-text.tsx';

export interface Named {
  id: string;
  name: string;
}

/** One organization, found by a part of its name; the service searches. */
export function OrganizationSelect({
  kind,
  label,
  description,
  value,
  onChange,
  error,
  required = false,
}: {
  kind?: OrganizationKind | undefined;
  label: string;
  description?: string;
  value: Named | null;
  onChange(value: Named | null): void;
  error?: ReactNode;
  required?: boolean;
}) {
  const { t } = useText();
  const [typed, setTyped] = useState(value?.name ?? '');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const searched = q === value?.name ? '' : q;
  const found = useQuery(
    organizations.list({ kind, q: searched || undefined, limit: 20, sort: 'name' }),
  );
  const rows: Named[] = (found.data?.items ?? []).map(({ id, name }) => ({ id, name }));
  const known = value && !rows.some(({ id }) => id === value.id) ? [value, ...rows] : rows;
  return (
    <Select
      label={label}
      {...(description !== undefined && { description })}
      placeholder={t.organizations.typeName}
      searchable
      clearable={!required}
      clearButtonProps={{ 'aria-label': `${t.actions.clear} ${label}` }}
      required={required}
      error={error}
      data={known.map(({ id, name }) => ({ value: id, label: name }))}
      value={value?.id ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      // The service has searched already; what it found is shown.
      filter={({ options }) => options}
      nothingFoundMessage={
        found.isFetching
          ? t.states.loading
          : found.isError
            ? t.problems.unreachable
            : t.organizations.noneFound
      }
      onChange={(id) => onChange(known.find((one) => one.id === id) ?? null)}
    />
  );
}
