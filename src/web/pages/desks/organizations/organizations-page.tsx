import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type OrganizationAnswer, organizations } from '../../../api/organizations.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { Empty } from '../../../kit/empty.tsx';
import { FilterSelect } from '../../../kit/filter-select.tsx';
import { Page } from '../../../kit/page.tsx';
import { PagedRows } from '../../../kit/paged-rows.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { regionName } from '../../../kit/region-name.ts';
import type { Column } from '../../../kit/rows.tsx';
import { SearchInput } from '../../../kit/search-input.tsx';
import { useList } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';

/** Enterprises, institutes and platforms in sight. */
export function OrganizationsPage() {
  const { t, word, options, language } = useText();
  const texts = t.organizations;
  const person = usePerson();
  const list = useList(['q', 'kind', 'tier']);
  const { q, kind, tier } = list.filters;
  const query = useQuery(organizations.list({ ...list.query, sort: list.sort ?? 'name' }));
  const columns: Column<OrganizationAnswer>[] = [
    {
      name: texts.name,
      head: true,
      show: (one) => (
        <Anchor component={Link} to={`/organizations/${one.id}`} size="sm" fw={600}>
          {one.name}
        </Anchor>
      ),
    },
    { name: texts.kind, show: (one) => word('organizationKinds', one.kind) },
    {
      name: texts.code,
      show: ({ creditCode }) => creditCode && <span className="numbers">{creditCode}</span>,
    },
    { name: texts.district, show: (one) => regionName(one.district, language) },
    { name: texts.tier, show: (one) => one.tier && word('tiers', one.tier) },
  ];
  return (
    <Page
      title={t.shell.nav.organizations}
      description={texts.description}
      actions={
        person.may('create_organization') && (
          <Button component={Link} to="/organizations/new">
            {texts.enter}
          </Button>
        )
      }
    >
      <Stack gap="sm">
        <Group component="search" aria-label={texts.filters} align="flex-end" gap="sm">
          <SearchInput
            label={texts.find}
            w={{ base: 'calc(50% - 6px)', xs: 240 }}
            value={q}
            onSearch={(typed) => list.setFilters({ q: typed || undefined })}
          />
          <FilterSelect
            label={texts.kind}
            w={{ base: 'calc(50% - 6px)', xs: 160 }}
            data={options('organizationKinds')}
            value={kind}
            onChange={(value) => list.setFilters({ kind: value })}
          />
          <FilterSelect
            label={texts.tier}
            w={{ base: 'calc(50% - 6px)', xs: 220 }}
            data={options('tiers')}
            value={tier}
            onChange={(value) => list.setFilters({ tier: value })}
          />
        </Group>
        <QueryView query={query}>
          {(page) => (
            <>
              <PagedRows
                label={t.shell.nav.organizations}
                page={page}
                columns={columns}
                empty={<Empty text={texts.none} />}
                list={list}
              />
              {q && page.nextCursor && (
                <Text size="xs" c="dimmed" ta="center">
                  {texts.narrow}
                </Text>
              )}
            </>
          )}
        </QueryView>
      </Stack>
    </Page>
  );
}
