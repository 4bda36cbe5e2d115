import { Anchor, Badge, Box, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { NeedAdvice } from '../../api/needs.ts';
import { CodeBadge } from '../../kit/code-badge.tsx';
import { useText } from '../../texts/use-text.tsx';

type Advice = Pick<UseQueryResult<NeedAdvice>, 'data' | 'isError' | 'fetchStatus'>;

/** Help while one types: what is vague, what was posted before, what comes close. Never a wall. */
export function AdvicePanel({ advice }: { advice: Advice }) {
  const { t } = useText();
  const words = t.owners.form.advice;
  const { data, isError, fetchStatus } = advice;
  const note =
    fetchStatus === 'paused' ? words.away : isError ? words.failed : !data ? words.start : '';
  return (
    <Paper withBorder p="md" component="aside" aria-label={words.title}>
      <Stack gap="sm">
        <Title order={2} size="h5">
          {words.title}
        </Title>
        {note && (
          <Text size="sm" c="dimmed">
            {note}
          </Text>
        )}
        {data && (
          <>
            <Clarity clarity={data.clarity} />
            <Close close={data.close} />
            <Duplicates duplicates={data.duplicates} />
          </>
        )}
      </Stack>
    </Paper>
  );
}

function Clarity({ clarity: { score, missing } }: { clarity: NeedAdvice['clarity'] }) {
  const { t } = useText();
  const words = t.owners.form.advice;
  return (
    <Box>
      <Group justify="space-between">
        <Text size="sm">{words.score}</Text>
        <Text size="sm" fw={600} className="numbers">
          {words.of(score)}
        </Text>
      </Group>
      <Progress
        value={score}
        color={score >= 80 ? 'teal' : score >= 50 ? 'yellow' : 'orange'}
        aria-label={words.score}
        mb="xs"
      />
      <div aria-live="polite">
        {missing.length === 0 ? (
          <Text size="sm">{words.clear}</Text>
        ) : (
          <>
            <Text size="sm" fw={600}>
              {words.missing}
            </Text>
            <Stack component="ul" gap={6} m={0} pl="md">
              {missing.map((part) => (
                <li key={part}>
                  <Text size="sm">{words.tips[part].ask}</Text>
                  <Text size="xs" c="dimmed">
                    {words.better(words.tips[part].example)}
                  </Text>
                </li>
              ))}
            </Stack>
          </>
        )}
      </div>
    </Box>
  );
}

function Close({ close }: { close: NeedAdvice['close'] }) {
  const { t } = useText();
  const words = t.owners.form.advice;
  return (
    <Box>
      <Text size="sm" fw={600}>
        {words.close}
      </Text>
      <Text size="sm">{words.closeCounts(close.strong, close.worthACall)}</Text>
      <Stack gap={4} mt={4}>
        {close.sample.map(({ id, title, band, institute }) => (
          <div key={id}>
            <Anchor
              component={Link}
              to={`/capabilities/${id}`}
              target="_blank"
              size="sm"
              className="text-link"
            >
              {title}
            </Anchor>{' '}
            <CodeBadge table="bands" code={band} />
            <Text size="xs" c="dimmed">
              {institute.name}
            </Text>
          </div>
        ))}
      </Stack>
    </Box>
  );
}

function Duplicates({ duplicates }: { duplicates: NeedAdvice['duplicates'] }) {
  const { t } = useText();
  const words = t.owners.form.advice;
  if (duplicates.length === 0) return null;
  return (
    <Box>
      <Text size="sm" fw={600}>
        {words.duplicates}
      </Text>
      <Text size="xs" c="dimmed">
        {words.duplicatesText}
      </Text>
      <Stack gap={4} mt={4}>
        {duplicates.map(({ id, title, similarity }) => (
          <Group key={id} gap="xs">
            <Anchor component={Link} to={`/needs/${id}`} target="_blank" size="sm">
              {title ?? words.untitled}
            </Anchor>
            <Badge color="yellow">{words.duplicate(Math.round(similarity * 100))}</Badge>
          </Group>
        ))}
      </Stack>
    </Box>
  );
}
