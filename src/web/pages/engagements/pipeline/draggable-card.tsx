import { useDraggable } from '@dnd-kit/react';
import { memo } from 'react';
import type { BoardCard } from '../../../api/engagements.ts';
import type { Move } from '../use-move.ts';
import { EngagementCard } from './engagement-card.tsx';

export interface CardData {
  engagement: BoardCard;
  [name: string]: unknown;
}

/** A card of the board; whatever happens to its column, it is drawn anew only when it changes. */
export const DraggableCard = memo(function DraggableCard({
  engagement,
  onMove,
  followed,
}: {
  engagement: BoardCard;
  onMove(move: Move): Promise<unknown>;
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
});
