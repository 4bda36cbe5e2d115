import { Anchor, Button, Group, SegmentedControl } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type CapabilityAnswer, capabilities } from '../../../api/capabilities.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { dateText } from '../../../kit/dates.ts';
import { Empty } from '../../../kit/empty.tsx';
import { FilterSelect } from '../../../kit/filter-select.tsx';
import { OrganizationFilter } from '../../../kit/organization-filter.tsx';
import { Page } from '../../../kit/page.tsx';
import { PagedRows } from '../../../kit/paged-rows.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useList } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';

/** Capabilities in sight; an institute begins with its own. */
export function CapabilityListPage() {
  const { t, word, options, language } = useText();
  const words = t.capabilities.list;
  const person = usePerson();
  const list = useList(['scope', 'field', 'stage', 'status', 'organizationId']);
  const own = person.is('institute') ? person.organizationId : undefined;
  const all = own === undefined || list.filters.scope === 'all';
  const { scope, ...asked } = list.query;
  const found = useQuery(capabilities.list({ ...asked, ...(!all && { organizationId: own }) }));
  return (
    <Page
      title={t.shell.nav.capabilities}
      actions={
        <>
          {person.may('import_capability') && (
            <Button
              component={Link}
              to="/imports?kind=capability"
              variant="default"
              size="xs"
              leftSection={<IconFileImport size={16} aria-hidden />}
            >
              {words.import}
            </Button>
          )}
          {person.may('create_capability') && (
            <Button
              component={Link}
              to="/capabilities/new"
              size="xs"
              leftSection={<IconPlus size={16} aria-hidden />}
            >
              {words.add}
            </Button>
          )}
        </>
      }
    >
      <Group gap="sm" align="flex-end">
        {own !== undefined && (
          <SegmentedControl
            aria-label={words.scope}
            value={all ? 'all' : 'own'}
            onChange={(value) => list.setFilters({ scope: value === 'all' ? 'all' : undefined })}
            data={[
              { value: 'own', label: words.own },
              { value: 'all', label: words.all },
            ]}
          />
        )}
        <FilterSelect
          label={words.field}
          w={{ base: 'calc(50% - 6px)', xs: 200 }}
          data={options('fields')}
          value={list.filters.field}
          onChange={(field) => list.setFilters({ field })}
        />
        <FilterSelect
          label={words.stage}
          w={{ base: 'calc(50% - 6px)', xs: 140 }}
          data={options('capabilityStages')}
          value={list.filters.stage}
          onChange={(stage) => list.setFilters({ stage })}
        />
        {all && (
          <OrganizationFilter
            kind="institute"
            label={words.institute}
            value={list.filters.organizationId}
            onChange={(organizationId) => list.setFilters({ organizationId })}
          />
        )}
        <FilterSelect
          label={words.status}
          w={{ base: 'calc(50% - 6px)', xs: 140 }}
          data={options('capabilityStatuses')}
          value={list.filters.status}
          onChange={(status) => list.setFilters({ status })}
        />
      </Group>
      <QueryView query={found}>
        {(page) => (
          <PagedRows
            label={t.shell.nav.capabilities}
            page={page}
            empty={
              <Empty text={words.none}>
                {person.may('create_capability') && (
                  <Button component={Link} to="/capabilities/new" size="xs">
                    {words.add}
                  </Button>
                )}
              </Empty>
            }
            list={list}
            columns={[
              {
                name: words.title,
                head: true,
                show: ({ id, title }: CapabilityAnswer) => (
                  <Anchor component={Link} to={`/capabilities/${id}`} size="sm">
                    {title}
                  </Anchor>
                ),
              },
              ...(all ? [{ name: words.institute, show: instituteName }] : []),
              { name: words.field, show: ({ field }) => word('fields', field) },
              {
                name: words.stage,
                show: ({ stage }) => word('capabilityStages', stage),
              },
              {
                name: words.status,
                show: ({ status, visibility }) =>
                  status === 'published' && visibility !== 'public' ? (
                    <CodeBadge table="capabilityVisibilities" code={visibility} />
                  ) : (
                    <CodeBadge table="capabilityStatuses" code={status} />
                  ),
              },
              {
                name: words.updated,
                show: ({ updatedAt }) => dateText(updatedAt, language),
              },
            ]}
          />
        )}
      </QueryView>
    </Page>
  );
}

const instituteName = ({ institute }: CapabilityAnswer) => institute.name;
