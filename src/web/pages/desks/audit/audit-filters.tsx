import { Checkbox, Group, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { users } from '../../../api/users.ts';
import { DayInput } from '../../../kit/day-input.tsx';
import { FilterSelect } from '../../../kit/filter-select.tsx';
import { useText } from '../../../texts/use-text.tsx';

type Filters = Record<'kind' | 'by' | 'jobs' | 'action' | 'from' | 'to', string | undefined>;

/** What the log is narrowed to. */
export function AuditFilters({
  filters,
  onChange,
}: {
  filters: Filters;
  onChange(values: Partial<Filters>): void;
}) {
  const { t, options } = useText();
  const texts = t.desks.audit;
  return (
    <Group component="search" aria-label={texts.filters} align="flex-start" gap="sm">
      <FilterSelect
        label={texts.kind}
        w={{ base: 'calc(50% - 6px)', xs: 150 }}
        data={options('subjectKinds')}
        value={filters.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <PersonSelect value={filters.by} onChange={(by) => onChange({ by })} />
      <FilterSelect
        label={texts.action}
        w={{ base: 'calc(50% - 6px)', xs: 170 }}
        searchable
        data={Object.entries(texts.actions).map(([value, label]) => ({ value, label }))}
        value={filters.action}
        onChange={(action) => onChange({ action })}
      />
      <DayInput
        label={texts.from}
        w={{ base: 'calc(50% - 6px)', xs: 150 }}
        value={filters.from ?? ''}
        onChange={(from) => onChange({ from: from || undefined })}
      />
      <DayInput
        label={texts.to}
        w={{ base: 'calc(50% - 6px)', xs: 150 }}
        value={filters.to ?? ''}
        onChange={(to) => onChange({ to: to || undefined })}
      />
      <Checkbox
        mt={32}
        label={texts.withJobs}
        checked={filters.jobs === 'true'}
        onChange={(event) => onChange({ jobs: event.currentTarget.checked ? 'true' : undefined })}
      />
    </Group>
  );
}

function PersonSelect({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange(id: string | undefined): void;
}) {
  const { t } = useText();
  const texts = t.desks.audit;
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const chosen = useQuery({ ...users.one(value ?? ''), enabled: !!value && value !== 'system' });
  const known = chosen.data ? [chosen.data] : [];
  const searched = known.some(({ name }) => name === q) || q === texts.system ? '' : q;
  const found = useQuery(users.list({ q: searched || undefined, limit: 20, sort: 'name' }));
  const rows = [...known, ...(found.data?.items ?? [])];
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (
    <Select
      label={texts.person}
      placeholder={t.states.any}
      w={{ base: 'calc(50% - 6px)', xs: 180 }}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': `${t.actions.clear} ${texts.person}` }}
      data={[
        { value: 'system', label: texts.system },
        ...[...names].map(([id, name]) => ({ value: id, label: name })),
      ]}
      // The service has searched already; what it found is shown.
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
    />
  );
}
