import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EngagementStage } from '../../../vocabulary.ts';
import { type BoardCard, type EngagementBoard, engagements } from '../../api/engagements.ts';
import { problemText } from '../../kit/failure-note.tsx';
import { notice } from '../../kit/notice.ts';
import { useAttempt } from '../../kit/use-attempt.ts';
import { useText } from '../../texts/use-text.tsx';
import { boardKey } from './pipeline/pipeline-query.ts';

export interface Move {
  engagement: BoardCard;
  to: EngagementStage;
  code?: string | undefined;
  note?: string | undefined;
}

/**
 * Moves an engagement to another stage. On the board the card lies in its new column at once, and
 * goes back when the service refuses.
 */
export function useMove() {
  const cache = useQueryClient();
  const texts = useText();
  const { t, word } = texts;
  const attempt = useAttempt();
  return useMutation({
    mutationFn: ({ engagement, ...body }: Move) =>
      engagements.act(engagement.id, 'stage', body, attempt.keyOf([engagement.id, body])),
    onMutate: async ({ engagement, to }) => {
      await cache.cancelQueries({ queryKey: boardKey });
      const before = cache.getQueriesData<EngagementBoard>({ queryKey: boardKey });
      for (const [key, board] of before) {
        if (board) cache.setQueryData(key, withMoved(board, engagement, to));
      }
      return { before };
    },
    onError: (error, _move, context) => {
      for (const [key, board] of context?.before ?? []) cache.setQueryData(key, board);
      notice({
        title: t.engagements.pipeline.notMoved,
        message: problemText(error, texts),
        color: 'red',
        autoClose: 8_000,
      });
    },
    onSuccess: (_answer, { to }) => {
      attempt.done();
      notice({
        message: t.engagements.pipeline.moved(word('engagementStages', to)),
        color: 'teal',
        autoClose: 3_000,
      });
    },
    onSettled: () => cache.invalidateQueries(),
  });
}

/** The card on top of its new column; where it may go next, only the service knows. */
function withMoved(
  { columns }: EngagementBoard,
  engagement: BoardCard,
  to: EngagementStage,
): EngagementBoard {
  const moved = { ...engagement, stage: to, nextStages: [] };
  return {
    columns: columns.map((column) => {
      const rest = column.items.filter(({ id }) => id !== engagement.id);
      const total = column.total - (column.items.length - rest.length);
      return column.stage === to
        ? { ...column, total: total + 1, items: [moved, ...rest] }
        : { ...column, total, items: rest };
    }),
  };
}
