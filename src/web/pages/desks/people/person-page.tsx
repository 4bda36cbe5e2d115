import { Anchor, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { type UserAnswer, users } from '../../../api/users.ts';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { dateText } from '../../../kit/dates.ts';
import { Facts } from '../../../kit/facts.tsx';
import { Page } from '../../../kit/page.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { HistoryLink } from '../audit/history-link.tsx';
import { BrokerPanel } from './broker-panel.tsx';
import { PersonActions } from './person-actions.tsx';

/** One person: account, roles, and the broker's profile for who is one. */
export function PersonPage() {
  const { t } = useText();
  const { id = '' } = useParams();
  const query = useQuery(users.one(id));
  const back = { to: '/people', label: t.shell.nav.people };
  if (!query.data) {
    return (
      <Page title={t.shell.nav.people} back={back}>
        <QueryView query={query}>{() => null}</QueryView>
      </Page>
    );
  }
  const user = query.data;
  return (
    <Page
      title={user.name}
      back={back}
      aside={<CodeBadge table="userStatuses" code={user.status} />}
      actions={<PersonActions key={user.id} user={user} />}
    >
      <PersonFacts user={user} />
      {user.roles.includes('broker') && <BrokerPanel user={user} />}
    </Page>
  );
}

function PersonFacts({ user }: { user: UserAnswer }) {
  const { t, word, language } = useText();
  const texts = t.desks.people;
  const { organization } = user;
  const on = (at: string | undefined) => at && dateText(at, language);
  return (
    <Stack gap="xs">
      <Facts
        cols={3}
        facts={[
          [t.shell.email, user.email],
          [texts.roles, user.roles.map((role) => word('roles', role)).join('、')],
          [
            texts.organization,
            organization && (
              <Anchor component={Link} to={`/organizations/${organization.id}`} size="sm">
                {organization.name}
              </Anchor>
            ),
          ],
          [texts.enteredOn, on(user.createdAt)],
          [texts.activatedOn, on(user.activatedAt)],
          [texts.disabledOn, on(user.disabledAt)],
        ]}
      />
      <div>
        <HistoryLink subject={user.id} />
      </div>
    </Stack>
  );
}
