import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { agreements } from '../../../api/agreements.ts';
import { needs } from '../../../api/needs.ts';
import type { Page } from '../../../api/resource.ts';
import { users } from '../../../api/users.ts';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { MoneyText } from '../../../kit/money-text.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';

const shownFirst = 5;

/** The newest of what belongs to an organization, and the way to all of it. */
function Related<T extends { id: string }>({
  title,
  none,
  all,
  query,
  show,
}: {
  title: string;
  none: string;
  all: string;
  query: UseQueryResult<Page<T>>;
  show(one: T): ReactNode;
}) {
  const { t } = useText();
  return (
    <Paper component="section" withBorder p="md" aria-label={title}>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      <QueryView query={query} bones={2}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {none}
            </Text>
          ) : (
            <Stack gap="xs">
              {items.map((one) => (
                <Group key={one.id} gap="xs">
                  {show(one)}
                </Group>
              ))}
              {nextCursor && (
                <Anchor component={Link} to={all} size="sm">
                  {t.organizations.all(title)}
                </Anchor>
              )}
            </Stack>
          )
        }
      </QueryView>
    </Paper>
  );
}

export function OrganizationNeeds({ id }: { id: string }) {
  const { t } = useText();
  const query = useQuery(needs.list({ organizationId: id, limit: shownFirst }));
  return (
    <Related
      title={t.organizations.needs}
      none={t.organizations.noNeeds}
      all={`/needs?organizationId=${id}`}
      query={query}
      show={(need) => (
        <>
          <Anchor component={Link} to={`/needs/${need.id}`} size="sm">
            {need.title ?? t.states.hidden}
          </Anchor>
          <CodeBadge table="needStatuses" code={need.status} />
        </>
      )}
    />
  );
}

export function OrganizationAgreements({ id }: { id: string }) {
  const { t } = useText();
  const query = useQuery(agreements.list({ organizationId: id, limit: shownFirst }));
  return (
    <Related
      title={t.organizations.agreements}
      none={t.organizations.noAgreements}
      all={`/agreements?organizationId=${id}`}
      query={query}
      show={(one) => (
        <>
          <Anchor component={Link} to={`/agreements/${one.id}`} size="sm">
            {one.title}
          </Anchor>
          <CodeBadge table="agreementStatuses" code={one.status} />
          <Text size="sm" c="dimmed">
            <MoneyText fen={one.technologyValueFen} />
          </Text>
        </>
      )}
    />
  );
}

export function OrganizationPeople({ id }: { id: string }) {
  const { t, word } = useText();
  const query = useQuery(users.list({ organizationId: id, limit: shownFirst, sort: 'name' }));
  return (
    <Related
      title={t.organizations.people}
      none={t.organizations.noPeople}
      all={`/people?organizationId=${id}`}
      query={query}
      show={(one) => (
        <>
          <Anchor component={Link} to={`/people/${one.id}`} size="sm">
            {one.name}
          </Anchor>
          <Text size="sm" c="dimmed">
            {one.roles.map((role) => word('roles', role)).join('、')}
          </Text>
          <CodeBadge table="userStatuses" code={one.status} />
        </>
      )}
    />
  );
}
