import { Accessibility, StyleInjector } from '@dnd-kit/dom';
import { DragDropProvider, PointerSensor } from '@dnd-kit/react';
import { Group, ScrollArea } from '@mantine/core';
import { useCallback, useState } from 'react';
import { type EngagementStage, engagementStages } from '../../../../vocabulary.ts';
import type { Query } from '../../../api/client.ts';
import type { Engagement } from '../../../api/engagements.ts';
import { useText } from '../../../texts/use-text.tsx';
import { EndDialog } from '../stage-menu.tsx';
import { type Move, useMove } from '../use-move.ts';
import { BoardColumn, type CardData } from './board-column.tsx';

const nonce = document.querySelector('meta[name=csp-nonce]')?.getAttribute('content') ?? '';

/**
 * Engagements by stage. A card is dragged with a pointer; from the keyboard it is moved by its menu,
 * so the library's own keyboard handling and announcements are left out.
 */
export function Board({ filters, stage }: { filters: Query; stage: string | undefined }) {
  const { t } = useText();
  const move = useMove();
  const [ending, setEnding] = useState<Engagement>();
  /** Moved by its menu: the card is drawn anew in its column, and takes the focus along. */
  const [followed, setFollowed] = useState<string>();
  const moveByMenu = useCallback(
    (one: Move) => {
      setFollowed(one.engagement.id);
      return move.mutateAsync(one);
    },
    [move.mutateAsync],
  );
  const stages = stage ? engagementStages.filter((one) => one === stage) : engagementStages;

  const drop = (card: CardData | undefined, to: EngagementStage | undefined) => {
    if (!card || !to || !card.engagement.nextStages.includes(to)) return;
    if (to === 'ended') setEnding(card.engagement);
    else move.mutate({ engagement: card.engagement, to });
  };

  return (
    <DragDropProvider
      sensors={[PointerSensor]}
      plugins={(defaults) => [
        ...defaults.filter((plugin) => plugin !== Accessibility),
        StyleInjector.configure({ nonce }),
      ]}
      onDragEnd={({ operation, canceled }) => {
        if (canceled) return;
        drop(
          operation.source?.data as CardData | undefined,
          operation.target?.id as EngagementStage | undefined,
        );
      }}
    >
      <ScrollArea
        type="auto"
        offsetScrollbars="x"
        viewportProps={{
          role: 'region',
          'aria-label': t.engagements.pipeline.boardLabel,
          tabIndex: 0,
        }}
      >
        <Group wrap="nowrap" align="stretch" gap="sm" pb="xs">
          {stages.map((one) => (
            <BoardColumn
              key={one}
              stage={one}
              filters={filters}
              onMove={moveByMenu}
              followed={followed}
            />
          ))}
        </Group>
      </ScrollArea>
      {ending && (
        <EndDialog
          engagement={ending}
          onMove={move.mutateAsync}
          onClose={() => setEnding(undefined)}
        />
      )}
    </DragDropProvider>
  );
}
