import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { type UserAnswer, users } from '../../../api/users.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { Empty } from '../../../kit/empty.tsx';
import { FilterSelect } from '../../../kit/filter-select.tsx';
import { OrganizationFilter } from '../../../kit/organization-filter.tsx';
import { Page } from '../../../kit/page.tsx';
import { PagedRows } from '../../../kit/paged-rows.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import type { Column } from '../../../kit/rows.tsx';
import { SearchInput } from '../../../kit/search-input.tsx';
import { useList } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';

const InviteDialog = lazy(async () => ({
  default: (await import('./invite-dialog.tsx')).InviteDialog,
}));

/** Everybody of the district who may sign in. */
export function PeoplePage() {
  const { t } = useText();
  const texts = t.desks.people;
  const person = usePerson();
  const [inviting, setInviting] = useState(false);
  return (
    <Page
      title={t.shell.nav.people}
      description={texts.description}
      actions={
        person.may('invite') && <Button onClick={() => setInviting(true)}>{texts.invite}</Button>
      }
    >
      <People />
      <Suspense>{inviting && <InviteDialog onClose={() => setInviting(false)} />}</Suspense>
    </Page>
  );
}

function People() {
  const { t, word, options } = useText();
  const texts = t.desks.people;
  const list = useList(['q', 'role', 'organizationId', 'disabled']);
  const { q, role, organizationId, disabled } = list.filters;
  const query = useQuery(users.list({ ...list.query, sort: 'name' }));
  const columns: Column<UserAnswer>[] = [
    {
      name: t.shell.name,
      head: true,
      show: (user) => (
        <Stack gap={0}>
          <Anchor component={Link} to={`/people/${user.id}`} size="sm" fw={600}>
            {user.name}
          </Anchor>
          <Text size="xs" c="dimmed">
            {user.email}
          </Text>
        </Stack>
      ),
    },
    {
      name: texts.roles,
      show: (user) => user.roles.map((one) => word('roles', one)).join('、'),
    },
    {
      name: texts.organization,
      show: ({ organization: one }) =>
        one && (
          <Anchor component={Link} to={`/organizations/${one.id}`} size="sm">
            {one.name}
          </Anchor>
        ),
    },
    {
      name: texts.status,
      show: (user) => <CodeBadge table="userStatuses" code={user.status} />,
    },
  ];
  return (
    <Stack gap="sm">
      <Group component="search" aria-label={texts.filters} align="flex-end" gap="sm">
        <SearchInput
          label={texts.find}
          w={{ base: 'calc(50% - 6px)', xs: 220 }}
          value={q}
          onSearch={(typed) => list.setFilters({ q: typed || undefined })}
        />
        <FilterSelect
          label={texts.role}
          w={{ base: 'calc(50% - 6px)', xs: 160 }}
          data={options('roles')}
          value={role}
          onChange={(value) => list.setFilters({ role: value })}
        />
        <OrganizationFilter
          label={texts.organization}
          value={organizationId}
          onChange={(value) => list.setFilters({ organizationId: value })}
        />
        <FilterSelect
          label={texts.status}
          w={{ base: 'calc(50% - 6px)', xs: 140 }}
          data={[
            { value: 'false', label: texts.enabledOnly },
            { value: 'true', label: texts.disabledOnly },
          ]}
          value={disabled}
          onChange={(value) => list.setFilters({ disabled: value })}
        />
      </Group>
      <QueryView query={query}>
        {(page) => (
          <PagedRows
            label={t.shell.nav.people}
            page={page}
            columns={columns}
            empty={<Empty text={texts.none} />}
            list={list}
          />
        )}
      </QueryView>
    </Stack>
  );
}
