import { Alert, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconFlag, IconHourglass } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { AssignmentAnswer } from '../../../features/brokers/assignment-schema.ts';
import { engagements } from '../../api/engagements.ts';
import { type NeedAnswer, needs } from '../../api/needs.ts';
import { dateText } from '../../kit/dates.ts';
import { DueDate } from '../../kit/due-date.tsx';
import { Facts } from '../../kit/facts.tsx';
import { useText } from '../../texts/use-text.tsx';
import { OwnerActions } from './owner-actions.tsx';
import { OwnerRefusal } from './owner-refusal.tsx';
import { ownerSteps, stepsOf } from './owner-steps.ts';
import { StepList } from './step-list.tsx';

/**
 * Where a need stands, for whoever posted it: the way so far, whose turn it is and by when, what
 * comes next, and what the poster may do. For readers of all its layers only.
 */
export function OwnerProgress({ need }: { need: NeedAnswer }) {
  const { t, word, language } = useText();
  const words = t.owners.progress;
  const vetted = need.vetting?.decision === 'accepted' || need.status !== 'draft';
  const matches = useQuery({
    ...needs.below<{ state: string; items: unknown[] }>(need.id, 'matches', { limit: 50 }),
    enabled: vetted && need.status !== 'submitted',
  });
  const assignment = useQuery({
    ...needs.below<AssignmentAnswer>(need.id, 'assignment'),
    enabled: vetted && need.status !== 'submitted',
    retry: false,
  });
  const talks = useQuery(engagements.list({ needId: need.id, limit: 50 }));

  const way = {
    need,
    matched: (matches.data?.items.length ?? 0) > 0,
    led: assignment.data?.status === 'accepted',
    engagements: talks.data?.items ?? [],
  };
  const states = stepsOf(way);
  const now = ownerSteps.find((step) => states[step] === 'now');
  const turn = turnNow(need, assignment.data, way.engagements);
  const broker = assignment.data?.status === 'accepted' ? need.broker?.name : undefined;

  return (
    <Paper withBorder p="md" component="section" aria-labelledby="owner-progress">
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="sm">
          <Title order={2} size="h4" id="owner-progress">
            {words.title}
          </Title>
          <OwnerActions need={need} />
        </Group>
        <StepList states={states} />
        {turn && (
          <Alert role="note" color="blue" icon={<IconHourglass aria-hidden />} py="xs">
            <Text size="sm" fw={600}>
              {words.turn(word('turnSides', turn.side), word('turnActions', turn.action))}
            </Text>
            {turn.due && (
              <Text size="sm">
                {words.by} <DueDate due={turn.due} />
              </Text>
            )}
            {now && <Text size="sm">{words.next[now]}</Text>}
          </Alert>
        )}
        {need.status === 'closed' && need.closeCode !== 'refused' && (
          <Alert role="note" color="gray" icon={<IconFlag aria-hidden />} py="xs">
            <Text size="sm">{words.closed[need.closeCode ?? 'withdrawn']}</Text>
          </Alert>
        )}
        <OwnerRefusal need={need} />
        <Facts
          cols={3}
          facts={[
            [words.broker, broker],
            [words.matches, matches.data && words.matchCount(matches.data.items.length)],
            [words.institutes, way.engagements.map(({ institute }) => institute.name).join('、')],
            [words.expiresOn, need.expiresOn && dateText(need.expiresOn, language)],
          ]}
        />
      </Stack>
    </Paper>
  );
}

interface Turn {
  side: string;
  action: string;
  due?: string | undefined;
}

/** The talks say most exactly who owes what; then the assignment; then the need itself. */
function turnNow(
  need: NeedAnswer,
  assignment: AssignmentAnswer | undefined,
  talks: readonly { turn: Turn | null }[],
): Turn | null {
  const inTalks = talks
    .flatMap(({ turn }) => (turn ? [turn] : []))
    .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'));
  if (inTalks[0]) return inTalks[0];
  if (need.status === 'open' && assignment?.turn) {
    return { ...assignment.turn, due: assignment.due };
  }
  return need.turn;
}
