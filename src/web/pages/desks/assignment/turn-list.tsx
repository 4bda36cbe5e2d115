import { Box, Text } from '@mantine/core';
import type { Turn } from '../../../api/assignments.ts';
import { dateText } from '../../../kit/dates.ts';
import { useText } from '../../../texts/use-text.tsx';

/** Who was asked before, and how each turn ended, with its code and note. */
export function TurnList({ turns }: { turns: readonly Turn[] }) {
  const { t, word, language } = useText();
  if (turns.length === 0) {
    return (
      <Text size="xs" c="dimmed">
        {t.desks.assignment.noTurns}
      </Text>
    );
  }
  return (
    <Box component="ol" m={0} pl="md" maw={340} fz="xs">
      {turns.map(({ id, broker, outcome, code, note, at, endedAt }) => (
        <li key={id}>
          {broker.name} {word('turnOutcomes', outcome)}
          {code && `（${word('decisionCodes', code)}）`}
          {note && `：${note}`}{' '}
          <Text span size="xs" c="dimmed">
            {dateText(endedAt ?? at, language)}
          </Text>
        </li>
      ))}
    </Box>
  );
}
