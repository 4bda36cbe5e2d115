import { Anchor, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type EngagementAnswer, engagements } from '../../../api/engagements.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { dateText } from '../../../kit/dates.ts';
import { DueDate } from '../../../kit/due-date.tsx';
import { Empty } from '../../../kit/empty.tsx';
import { Page } from '../../../kit/page.tsx';
import { PagedRows } from '../../../kit/paged-rows.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useList } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';
import { Shortlisted } from './shortlisted.tsx';

/** Who came to the institute with a need, what it owes and by when. */
export function InterestPage() {
  const { t, word, language } = useText();
  const words = t.capabilities.interest;
  const { organizationId, is } = usePerson();
  const list = useList([]);
  const found = useQuery(
    engagements.list({ ...list.query, mine: true, active: true, sort: list.sort ?? 'nextDue' }),
  );
  return (
    <Page
      title={t.shell.nav.interest}
      description={words.text}
      actions={
        <>
          <Button
            component={Link}
            to={`/agreements?organizationId=${organizationId ?? ''}`}
            size="xs"
            variant="default"
          >
            {words.agreements}
          </Button>
          <Button component={Link} to="/calendar?kind=visit" size="xs" variant="default">
            {words.visits}
          </Button>
        </>
      }
    >
      <QueryView query={found}>
        {(page) => (
          <PagedRows
            label={t.shell.nav.interest}
            page={page}
            empty={
              <Empty text={words.none}>
                <Button component={Link} to="/near-needs" size="xs" variant="default">
                  {t.shell.nav.nearNeeds}
                </Button>
              </Empty>
            }
            list={list}
            columns={[
              {
                name: words.need,
                head: true,
                show: ({ id, need }: EngagementAnswer) => (
                  <Anchor component={Link} to={`/engagements/${id}`} size="sm">
                    {need.title ?? t.capabilities.page.secretTitle}
                  </Anchor>
                ),
              },
              {
                name: words.enterprise,
                show: ({ enterprise }) => enterprise?.name ?? t.states.hidden,
              },
              {
                name: words.stage,
                show: ({ stage }) => <CodeBadge table="engagementStages" code={stage} />,
              },
              {
                name: words.since,
                whole: true,
                show: ({ stageSince }) => dateText(stageSince, language),
              },
              { name: words.owed, show: (one) => <Owed engagement={one} /> },
              {
                name: words.turn,
                show: ({ turn }) =>
                  turn && (
                    <Group gap={4}>
                      <Text size="sm" span>
                        {word('turnSides', turn.side)} · {word('turnActions', turn.action)}
                      </Text>
                      {turn.due && <DueDate due={turn.due} />}
                    </Group>
                  ),
              },
            ]}
          />
        )}
      </QueryView>
      {is('institute') && <Shortlisted />}
    </Page>
  );
}

/** The institute's own next steps that are still open. */
function Owed({ engagement }: { engagement: EngagementAnswer }) {
  const { t } = useText();
  const owed = engagement.nextSteps.filter(
    ({ ownerSide, doneAt }) => ownerSide === 'institute' && !doneAt,
  );
  if (owed.length === 0) return t.capabilities.interest.nothing;
  return owed.map(({ id, text, due }) => (
    <Text key={id} size="sm" component="div">
      {text} <DueDate due={due} />
    </Text>
  ));
}
