import { Group, Paper, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { EngagementAnswer } from '../../../api/engagements.ts';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { DueDate } from '../../../kit/due-date.tsx';
import { PlainList } from '../../../kit/plain-list.tsx';
import { useText } from '../../../texts/use-text.tsx';

/** The engagements of a need that the reader takes part in. */
export function NeedEngagements({ items }: { items: readonly EngagementAnswer[] }) {
  const { t } = useText();
  if (items.length === 0) return null;
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby="engagements">
      <Title order={2} size="h5" id="engagements" mb="xs">
        {t.desk.need.engagements}
      </Title>
      <PlainList gap={6}>
        {items.map(({ id, institute, stage, turn }) => (
          <Group key={id} component="li" gap="xs">
            <Link to={`/engagements/${id}`} className="text-link">
              <Text span size="sm">
                {institute.name ?? t.states.hidden}
              </Text>
            </Link>
            <CodeBadge table="engagementStages" code={stage} />
            {turn?.due && <DueDate due={turn.due} />}
          </Group>
        ))}
      </PlainList>
    </Paper>
  );
}
