import { Text } from '@mantine/core';
import type { BoardCard } from '../../api/engagements.ts';
import { DueDate } from '../../kit/due-date.tsx';
import { useText } from '../../texts/use-text.tsx';

/** Whose turn it is, what is owed, and until when. */
export function TurnText({ engagement: { turn } }: { engagement: BoardCard }) {
  const { t, word } = useText();
  if (!turn) {
    return (
      <Text size="sm" c="dimmed" component="span">
        {t.engagements.pipeline.noTurn}
      </Text>
    );
  }
  return (
    <Text size="sm" component="span">
      {word('turnSides', turn.side)} · {word('turnActions', turn.action)}
      {turn.due && (
        <>
          <br />
          <DueDate due={turn.due} />
        </>
      )}
    </Text>
  );
}
