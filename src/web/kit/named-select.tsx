import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type UseQueryOptions, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Page } from '../api/resource.ts';
import { useText } from '../texts/use-text.tsx';

export interface Named {
  id: string;
  name: string;
}

export interface NamedSelectProps {
  label: string;
  description?: string;
  value: Named | null;
  onChange(value: Named | null): void;
  error?: ReactNode;
  required?: boolean;
}

/** One of many, found by a part of its name; the service searches. */
export function NamedSelect<Row extends Named>({
  search,
  label,
  description,
  value,
  onChange,
  error,
  required = false,
  ...box
}: NamedSelectProps & {
  /** What the service finds by a part of a name; without one, the first of them. */
  // biome-ignore lint/suspicious/noExplicitAny: keys of any shape
  search(q: string | undefined): UseQueryOptions<Page<Row>, Error, Page<Row>, any>;
  flex?: number;
}) {
  const { t } = useText();
  const [typed, setTyped] = useState(value?.name ?? '');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const searched = q === value?.name ? '' : q;
  const found = useQuery(search(searched || undefined));
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
      {...box}
    />
  );
}
