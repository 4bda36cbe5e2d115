import { useDroppable } from '@dnd-kit/react';
import { Anchor, Badge, Box, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDeferredValue, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { BoardColumn as Column } from '../../../api/engagements.ts';
import { useText } from '../../../texts/use-text.tsx';
import type { Move } from '../use-move.ts';
import { type CardData, DraggableCard } from './draggable-card.tsx';

/** Cards of a column that a screen's height holds. */
const shownAtOnce = 5;

export function BoardColumn({
  column: { stage, total, items, atLength },
  onMove,
  onMore,
  inList,
  followed,
}: {
  column: Column;
  onMove(move: Move): Promise<unknown>;
  /** More of this column is asked for. */
  onMore(): void;
  /** Where all of this stage are listed. */
  inList: string;
  /** The card that the focus goes along with. */
  followed: string | undefined;
}) {
  const { t, word } = useText();
  const texts = t.engagements.pipeline;
  const { ref, isDropTarget } = useDroppable<CardData>({
    id: stage,
    accept: (source) => (source.data as CardData).engagement.nextStages.includes(stage),
  });
  // The first are there at once, the others are drawn bit by bit, so that the page answers meanwhile.
  const cards = useDeferredValue(items, items.slice(0, shownAtOnce));
  const list = useFocusOnMore(cards.length);
  const name = word('engagementStages', stage);
  return (
    <Box
      ref={ref}
      component="section"
      aria-label={name}
      p="xs"
      style={{
        // An empty column needs no more room than a card to be dropped on it.
        flex: items.length === 0 ? '0 0 160px' : '1 0 228px',
        maxWidth: 340,
        borderRadius: 'var(--mantine-radius-md)',
        background: isDropTarget
          ? 'var(--mantine-color-teal-light)'
          : 'light-dark(var(--mantine-color-gray-1), var(--mantine-color-dark-6))',
        outline: isDropTarget ? '2px dashed var(--mantine-color-teal-7)' : undefined,
      }}
    >
      <Group justify="space-between" gap={4} mb="xs" wrap="nowrap">
        <Title order={2} size="h5">
          {name}
        </Title>
        <Badge color="gray" miw="max-content">
          {texts.count(total)}
        </Badge>
      </Group>
      <Stack gap="xs" mih={120} ref={list.ref}>
        {total === 0 && (
          <Text size="sm" c="dimmed" ta="center" py="lg">
            {texts.noneHere}
          </Text>
        )}
        {cards.map((one) => (
          <DraggableCard
            key={one.id}
            engagement={one}
            onMove={onMove}
            followed={one.id === followed}
          />
        ))}
        {total > items.length &&
          (atLength ? (
            <Anchor component={Link} to={inList} size="sm" ta="center">
              {texts.restInList(items.length, total)}
            </Anchor>
          ) : (
            <Button
              variant="default"
              size="xs"
              onClick={() => {
                list.expectMore();
                onMore();
              }}
            >
              {texts.more(items.length, total)}
            </Button>
          ))}
      </Stack>
    </Box>
  );
}

/** Once more cards are there, the first of the new ones has the focus: the button is gone. */
function useFocusOnMore(length: number) {
  const ref = useRef<HTMLDivElement>(null);
  const before = useRef<number>(undefined);
  useEffect(() => {
    if (before.current === undefined || length <= before.current) return;
    ref.current?.children[before.current]?.querySelector('a')?.focus();
    before.current = undefined;
  }, [length]);
  return {
    ref,
    expectMore: () => {
      before.current = length;
    },
  };
}
