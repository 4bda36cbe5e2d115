import { Box, SimpleGrid, Stack, Text, UnstyledButton } from '@mantine/core';
import type { SearchAnswer } from '../../../api/search.ts';
import { FilterSelect } from '../../../kit/filter-select.tsx';
import { useText } from '../../../texts/use-text.tsx';
import type { useSearch } from './use-search.ts';

type FacetName = 'field' | 'stage' | 'organizationId';
interface Choice {
  value: string;
  label: string;
  count: number;
}

/** How many there are of each kind; one narrows the ranking. Lists beside it, selects on a phone. */
export function SearchFacets({
  facets,
  search,
}: {
  facets: SearchAnswer['facets'];
  search: ReturnType<typeof useSearch>;
}) {
  const { t, word } = useText();
  const texts = t.desk.search;
  const counted = (table: 'fields' | 'capabilityStages', counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([value, count]) => ({ value, label: word(table, value), count }))
      .sort((a, b) => b.count - a.count);
  const all: { name: FacetName; title: string; choices: Choice[] }[] = [
    { name: 'field', title: texts.field, choices: counted('fields', facets.field) },
    { name: 'stage', title: texts.stage, choices: counted('capabilityStages', facets.stage) },
    {
      name: 'organizationId',
      title: texts.institute,
      choices: facets.institute.map(({ id, name, count }) => ({ value: id, label: name, count })),
    },
  ];
  const shown = all.filter(({ name, choices }) => choices.length > 0 || search.values[name]);
  const set = (name: FacetName, value: string | undefined) => search.set({ [name]: value });
  return (
    <Box component="section" aria-label={texts.facets}>
      <Stack gap="md" visibleFrom="md">
        {shown.map(({ name, title, choices }) => (
          <Stack key={name} gap={2} role="group" aria-label={title}>
            <Text size="xs" c="dimmed" px="xs">
              {title}
            </Text>
            {choices.map(({ value, label, count }) => {
              const on = search.values[name] === value;
              return (
                <UnstyledButton
                  key={value}
                  aria-pressed={on}
                  aria-label={texts.count(label, count)}
                  className={on ? 'facet is-on' : 'facet'}
                  onClick={() => set(name, on ? undefined : value)}
                >
                  <span>{label}</span>
                  <span className="numbers">{count}</span>
                </UnstyledButton>
              );
            })}
          </Stack>
        ))}
      </Stack>
      <SimpleGrid cols={2} spacing="xs" hiddenFrom="md">
        {shown.map(({ name, title, choices }) => (
          <FilterSelect
            key={name}
            size="xs"
            label={title}
            data={choices.map(({ value, label, count }) => ({
              value,
              label: `${label} (${count})`,
            }))}
            value={search.values[name]}
            onChange={(value) => set(name, value)}
          />
        ))}
      </SimpleGrid>
    </Box>
  );
}
