import { Badge, Box, Card, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { NeedMatch } from '../../../api/matches.ts';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { Passages } from '../../../kit/passages.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { Decisions } from './decisions.tsx';
import { MatchDetails } from './match-details.tsx';
import { ShareBar } from './share-bar.tsx';
import { capabilitySpansIn } from './spans.ts';

/** One line of the ranking; opened, it shows why and takes the decision. */
export function MatchRow({
  match,
  open,
  compared,
  onToggle,
  buttons,
}: {
  match: NeedMatch;
  open: boolean;
  compared: boolean;
  onToggle(): void;
  buttons: ReactNode;
}) {
  const { t, word } = useText();
  const { matches } = t.desk;
  const { capability, reasons } = match;
  const told = { met: 0, unmet: 0, unknown: 0 };
  for (const { satisfaction } of match.indicators) told[satisfaction] += 1;
  const head = `match-${match.id}`;
  return (
    <Card
      component="li"
      withBorder
      padding="sm"
      aria-labelledby={head}
      className={open ? 'match is-open' : 'match'}
    >
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <Stack gap={2} align="center" miw={40}>
          <Text
            fw={700}
            size="lg"
            lh={1.2}
            className="numbers"
            aria-label={matches.rank(match.rank)}
          >
            {match.rank}
          </Text>
          <Text size="xs" c="dimmed" className="numbers" title={matches.score}>
            {matches.scoreText(Math.round(match.score * 100))}
          </Text>
        </Stack>
        <Stack gap={6} style={{ flex: 1, minWidth: 0 }}>
          <UnstyledButton
            id={head}
            data-match={match.id}
            aria-expanded={open}
            onClick={onToggle}
            className="match-head"
          >
            <Text component="span" fw={600} style={{ overflowWrap: 'anywhere' }}>
              <Passages
                text={capability.title}
                spans={open ? capabilitySpansIn(reasons, 'title') : []}
              />
            </Text>
          </UnstyledButton>
          <Group gap={6}>
            <CodeBadge table="bands" code={match.band} />
            <Text size="sm">{capability.institute.name}</Text>
            {capability.stage && (
              <Text size="sm" c="dimmed">
                {word('capabilityStages', capability.stage)}
              </Text>
            )}
            {compared && <Badge color="blue">{matches.compared}</Badge>}
          </Group>
          <Decisions decisions={match.decisions} />
          <ShareBar reasons={reasons} />
          {match.indicators.length > 0 && !open && (
            <Text size="xs" c="dimmed">
              {matches.metCount(told.met, told.unmet, told.unknown)}
            </Text>
          )}
          {open && (
            <Box mt={4}>
              {buttons}
              <Box mt="sm">
                <MatchDetails match={match} />
              </Box>
            </Box>
          )}
        </Stack>
      </Group>
    </Card>
  );
}
