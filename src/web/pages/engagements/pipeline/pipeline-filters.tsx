import { Button, Checkbox, Group, SegmentedControl } from '@mantine/core';
import { usePerson } from '../../../app/signed-in.tsx';
import { FilterSelect } from '../../../kit/filter-select.tsx';
import { OrganizationFilter } from '../../../kit/organization-filter.tsx';
import { SearchInput } from '../../../kit/search-input.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { type PipelineFilters, pipelineFilters } from './pipeline-query.ts';
import { SavedFiltersMenu } from './saved-filters-menu.tsx';

/** Filters above the board and the list; they stand in the address. */
export function PipelineFilterBar({
  filters,
  onChange,
}: {
  filters: PipelineFilters;
  onChange(values: Partial<PipelineFilters>): void;
}) {
  const { t, options } = useText();
  const texts = t.engagements.pipeline;
  const person = usePerson();
  const set = Object.fromEntries(
    pipelineFilters.flatMap((name) => (filters[name] ? [[name, filters[name]]] : [])),
  ) as Record<string, string>;
  const replace = (values: Record<string, string>) =>
    onChange(Object.fromEntries(pipelineFilters.map((name) => [name, values[name]])));
  const bothWays = person.is('broker') && person.is('bureau', 'admin');
  return (
    <Group component="search" aria-label={texts.filters} align="flex-end" gap="sm">
      <SearchInput
        label={texts.search}
        w={{ base: 'calc(50% - 6px)', xs: 200 }}
        value={filters.q}
        onSearch={(q) => onChange({ q })}
      />
      <FilterSelect
        label={texts.stage}
        w={{ base: 'calc(50% - 6px)', xs: 130 }}
        data={options('engagementStages')}
        value={filters.stage}
        onChange={(stage) => onChange({ stage })}
      />
      <FilterSelect
        label={texts.field}
        w={{ base: 'calc(50% - 6px)', xs: 180 }}
        data={options('fields')}
        value={filters.field}
        onChange={(field) => onChange({ field })}
      />
      {!person.is('institute') && (
        <OrganizationFilter
          kind="institute"
          label={texts.institute}
          value={filters.instituteId}
          onChange={(instituteId) => onChange({ instituteId })}
        />
      )}
      <Checkbox
        label={texts.overdueOnly}
        checked={filters.overdue === 'true'}
        onChange={(event) =>
          onChange({ overdue: event.currentTarget.checked ? 'true' : undefined })
        }
        pb={8}
      />
      {bothWays && (
        <SegmentedControl
          aria-label={texts.whose}
          value={filters.whose ?? 'mine'}
          onChange={(whose) => onChange({ whose: whose === 'mine' ? undefined : whose })}
          data={[
            { value: 'mine', label: texts.mine },
            { value: 'everyone', label: texts.everyone },
          ]}
        />
      )}
      <SavedFiltersMenu current={set} onTake={replace} />
      {Object.keys(set).length > 0 && (
        <Button variant="subtle" onClick={() => replace({})}>
          {texts.clear}
        </Button>
      )}
    </Group>
  );
}
