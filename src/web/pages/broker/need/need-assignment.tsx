import { Anchor, Box, Group, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { AssignmentAnswer } from '../../../api/assignments.ts';
import { type NeedAnswer, needs } from '../../../api/needs.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { dateText } from '../../../kit/dates.ts';
import { DueDate } from '../../../kit/due-date.tsx';
import { PlainList } from '../../../kit/plain-list.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { ScoreText } from '../../desks/assignment/score-text.tsx';
import { AnswerButtons } from '../today/answer-buttons.tsx';

/** Who was asked to lead a need, and how it went; nothing for those who may not know. */
export function NeedAssignment({ need }: { need: NeedAnswer }) {
  const { t, word, language } = useText();
  const texts = t.desk.need;
  const person = usePerson();
  const { data } = useQuery({
    ...needs.below<AssignmentAnswer>(need.id, 'assignment'),
    // Before vetting there is none, and a stranger is told that there is none.
    enabled: need.status !== 'draft' && need.status !== 'submitted',
    retry: false,
  });
  if (!data) return null;
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby="assignment">
      <Group justify="space-between" mb="xs">
        <Group gap="xs">
          <Title order={2} size="h5" id="assignment">
            {texts.assignment}
          </Title>
          <CodeBadge table="assignmentStatuses" code={data.status} />
          {data.escalation && <Text size="sm">{word('escalationReasons', data.escalation)}</Text>}
        </Group>
        {data.due && !data.endedAt && <DueDate due={data.due} />}
      </Group>
      <AnswerButtons assignment={data} />
      <PlainList ordered gap={6} mt="xs">
        {data.history.toReversed().map((turn) => (
          <Box component="li" key={turn.id}>
            <Group gap={6}>
              <Text size="sm" fw={600} component="span">
                {turn.brokerId === person.id ? t.desk.needs.me : turn.broker.name}
              </Text>
              <CodeBadge table="turnOutcomes" code={turn.outcome} />
              {turn.code && <Text size="sm">{word('decisionCodes', turn.code)}</Text>}
              <Text size="xs" c="dimmed">
                {texts.askedAt} {dateText(turn.at, language)}
              </Text>
            </Group>
            {turn.note && <Text size="sm">{turn.note}</Text>}
            {turn.parts && turn.score !== undefined && (
              <ScoreText score={turn.score} parts={turn.parts} />
            )}
          </Box>
        ))}
      </PlainList>
      {data.actions.includes('reassign') && (
        <Anchor component={Link} to="/assignment" size="sm" className="text-link">
          {texts.reassign}
        </Anchor>
      )}
    </Paper>
  );
}
