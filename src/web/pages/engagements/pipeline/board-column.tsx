import { useDraggable, useDroppable } from '@dnd-kit/react';
import { Badge, Box, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { EngagementStage } from '../../../../vocabulary.ts';
import type { Query } from '../../../api/client.ts';
import type { Engagement } from '../../../api/engagements.ts';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';
import type { Move } from '../use-move.ts';
import { EngagementCard } from './engagement-card.tsx';
import { columnQuery } from './pipeline-query.ts';

export interface CardData {
  engagement: Engagement;
  [name: string]: unknown;
}

type OnMove = (move: Move) => Promise<unknown>;

export function BoardColumn({
  stage,
  filters,
  onMove,
  followed,
}: {
  stage: EngagementStage;
  filters: Query;
  onMove: OnMove;
  /** The card that the focus goes along with. */
  followed: string | undefined;
}) {
  const { t, word } = useText();
  const query = useInfiniteQuery(columnQuery(filters, stage));
  const { ref, isDropTarget } = useDroppable<CardData>({
    id: stage,
    accept: (source) => (source.data as CardData).engagement.nextStages.includes(stage),
  });
  const name = word('engagementStages', stage);
  const shown = query.data?.pages.reduce((sum, { items }) => sum + items.length, 0) ?? 0;
  return (
    <Box
      ref={ref}
      component="section"
      aria-label={name}
      p="xs"
      style={{
        // An empty column needs no more room than a card to be dropped on it.
        flex: query.data && shown === 0 ? '0 0 160px' : '1 0 228px',
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
        {query.data && (
          <Badge color="gray" miw="max-content">
            {t.engagements.pipeline.count(shown, query.hasNextPage)}
          </Badge>
        )}
      </Group>
      <QueryView query={query} bones={2}>
        {({ pages }) => (
          <Stack gap="xs" mih={120}>
            {shown === 0 && (
              <Text size="sm" c="dimmed" ta="center" py="lg">
                {t.engagements.pipeline.noneHere}
              </Text>
            )}
            {pages.flatMap(({ items }) =>
              items.map((one) => (
                <DraggableCard
                  key={one.id}
                  engagement={one}
                  onMove={onMove}
                  followed={one.id === followed}
                />
              )),
            )}
            {query.hasNextPage && (
              <Button
                variant="default"
                size="xs"
                loading={query.isFetchingNextPage}
                onClick={() => query.fetchNextPage()}
              >
                {t.pages.loadMore}
              </Button>
            )}
          </Stack>
        )}
      </QueryView>
    </Box>
  );
}

function DraggableCard({
  engagement,
  onMove,
  followed,
}: {
  engagement: Engagement;
  onMove: OnMove;
  followed: boolean;
}) {
  const movable = engagement.nextStages.length > 0;
  const { ref } = useDraggable<CardData>({
    id: engagement.id,
    data: { engagement },
    disabled: !movable,
  });
  return (
    <EngagementCard
      ref={ref}
      engagement={engagement}
      onMove={onMove}
      draggable={movable}
      followed={followed}
    />
  );
}
