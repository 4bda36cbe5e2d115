import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AssignmentStatus } from '../../../../vocabulary.ts';
import { type AssignmentAnswer, assignments } from '../../../api/assignments.ts';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { DueDate } from '../../../kit/due-date.tsx';
import { Empty } from '../../../kit/empty.tsx';
import { PagedRows } from '../../../kit/paged-rows.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import type { Column } from '../../../kit/rows.tsx';
import type { ListState } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';
import { ReassignDialog } from './reassign-dialog.tsx';
import { ScoreText } from './score-text.tsx';
import { TurnList } from './turn-list.tsx';

/** Whether the broker still owes an answer or the first contact, is late with it, or has done it. */
export type Clock = 'running' | 'overdue' | 'done';

/** Assignments of one status, those whose clock runs out first on top. */
export function AssignmentList({
  status,
  clock,
  list,
}: {
  status: AssignmentStatus;
  clock: Clock;
  list: ListState;
}) {
  const { t } = useText();
  const texts = t.desks.assignment;
  const [naming, setNaming] = useState<AssignmentAnswer>();
  const clocked = status === 'proposed' || status === 'accepted';
  const { cursor, limit } = list.query;
  const query = useQuery(
    assignments.list({
      ...{ status, open: true, cursor, limit },
      ...(clocked && (clock === 'overdue' ? { overdue: true } : { clocked: clock === 'running' })),
      sort: clocked && clock !== 'done' ? 'due' : '-id',
    }),
  );
  const columns: Column<AssignmentAnswer>[] = [
    { name: texts.need, head: true, show: (one) => <NeedCell assignment={one} /> },
    {
      name: clocked ? texts.broker : texts.reason,
      show: (one) => <BrokerCell assignment={one} />,
    },
    {
      name: texts.due,
      show: ({ due }) => due && <DueDate due={due} />,
    },
    {
      name: texts.history,
      show: ({ history, brokerId }) => (
        <TurnList turns={brokerId ? history.slice(0, -1) : history} />
      ),
    },
    {
      name: texts.action,
      show: (one) =>
        one.actions.includes('reassign') && (
          <Button
            size="xs"
            variant={one.status === 'escalated' ? 'filled' : 'default'}
            onClick={() => setNaming(one)}
            aria-label={texts.reassignNeed(one.need.title ?? one.need.id)}
          >
            {one.status === 'escalated' ? texts.name : texts.reassign}
          </Button>
        ),
    },
  ];
  const shown = clocked ? columns : columns.filter(({ name }) => name !== texts.due);
  return (
    <QueryView query={query}>
      {(page) => (
        <Stack gap="sm">
          <PagedRows
            label={texts.heaps[status]}
            page={page}
            columns={shown}
            empty={
              <Empty
                text={clocked && clock === 'overdue' ? texts.noneOverdue : texts.none[status]}
              />
            }
            list={list}
          />
          {naming && <ReassignDialog assignment={naming} onClose={() => setNaming(undefined)} />}
        </Stack>
      )}
    </QueryView>
  );
}

function NeedCell({ assignment: { need } }: { assignment: AssignmentAnswer }) {
  const { t, word } = useText();
  const firm = need.organization;
  return (
    <Stack gap={2} maw={320}>
      <Anchor component={Link} to={`/needs/${need.id}`} size="sm" fw={600}>
        {need.title ?? t.states.hidden}
      </Anchor>
      <Text size="xs" c="dimmed">
        {[firm?.name, need.field && word('fields', need.field)].filter(Boolean).join(' · ')}
      </Text>
    </Stack>
  );
}

function BrokerCell({ assignment }: { assignment: AssignmentAnswer }) {
  const { t } = useText();
  const { broker, escalation, history, contactOverdue } = assignment;
  const present = history.at(-1);
  if (escalation) return <CodeBadge table="escalationReasons" code={escalation} />;
  if (!broker) return <Text size="sm">{t.desks.assignment.systemAsks}</Text>;
  return (
    <Stack gap={2}>
      <Anchor component={Link} to={`/people/${broker.id}`} size="sm">
        {broker.name}
      </Anchor>
      {contactOverdue && (
        <Text size="xs" c="red">
          {t.desks.assignment.contactOverdue}
        </Text>
      )}
      {present?.byName && (
        <Text size="xs" c="dimmed">
          {t.desks.assignment.namedBy(present.byName)}
        </Text>
      )}
      {present?.score !== undefined && present.parts && (
        <ScoreText score={present.score} parts={present.parts} />
      )}
    </Stack>
  );
}
