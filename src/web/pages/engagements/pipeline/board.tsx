import { Accessibility, StyleInjector } from '@dnd-kit/dom';
import { DragDropProvider, PointerSensor } from '@dnd-kit/react';
import { Group, ScrollArea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { EngagementStage } from '../../../../vocabulary.ts';
import type { Query } from '../../../api/client.ts';
import type { BoardCard } from '../../../api/engagements.ts';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { EndDialog } from '../stage-menu.tsx';
import { type Move, useMove } from '../use-move.ts';
import { BoardColumn } from './board-column.tsx';
import type { CardData } from './draggable-card.tsx';
import { boardQuery } from './pipeline-query.ts';

const nonce = document.querySelector('meta[name=csp-nonce]')?.getAttribute('content') ?? '';

/**
 * Engagements by stage. A card is dragged with a pointer; from the keyboard it is moved by its menu,
 * so the library's own keyboard handling and announcements are left out.
 */
export function Board({
  filters,
  inList,
}: {
  filters: Query;
  /** Where all engagements of a stage are listed. */
  inList(stage: EngagementStage): string;
}) {
  const { t } = useText();
  const move = useMove();
  const [atLength, setAtLength] = useState<readonly EngagementStage[]>([]);
  const board = useQuery(boardQuery(filters, atLength));
  const [ending, setEnding] = useState<BoardCard>();
  /** Moved by its menu: the card is drawn anew in its column, and takes the focus along. */
  const [followed, setFollowed] = useState<string>();
  const moveByMenu = useCallback(
    (one: Move) => {
      setFollowed(one.engagement.id);
      return move.mutateAsync(one);
    },
    [move.mutateAsync],
  );

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
        <QueryView query={board} bones={6}>
          {({ columns }) => (
            <Group wrap="nowrap" align="stretch" gap="sm" pb="xs">
              {columns.map((column) => (
                <BoardColumn
                  key={column.stage}
                  column={column}
                  onMove={moveByMenu}
                  onMore={() => setAtLength([...atLength, column.stage])}
                  inList={inList(column.stage)}
                  followed={followed}
                />
              ))}
            </Group>
          )}
        </QueryView>
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
