import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query';
import type { EngagementStage } from '../../../vocabulary.ts';
import { type Engagement, engagements } from '../../api/engagements.ts';
import type { Page } from '../../api/resource.ts';
import { problemText } from '../../kit/failure-note.tsx';
import { notice } from '../../kit/notice.ts';
import { useAttempt } from '../../kit/use-attempt.ts';
import { useText } from '../../texts/use-text.tsx';
import { boardKey } from './pipeline/pipeline-query.ts';

export interface Move {
  engagement: Engagement;
  to: EngagementStage;
  code?: string | undefined;
  note?: string | undefined;
}

type Column = InfiniteData<Page<Engagement>>;

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
      const before = cache.getQueriesData<Column>({ queryKey: boardKey });
      for (const [key, column] of before) {
        if (column) cache.setQueryData(key, withMoved(column, key[2] === to, engagement, to));
      }
      return { before };
    },
    onError: (error, _move, context) => {
      for (const [key, column] of context?.before ?? []) cache.setQueryData(key, column);
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

/** A column without the card, or with it on top; where it may go next, only the service knows. */
function withMoved(
  column: Column,
  isTarget: boolean,
  engagement: Engagement,
  to: EngagementStage,
): Column {
  const pages = column.pages.map((page, at) => {
    const items = page.items.filter(({ id }) => id !== engagement.id);
    const moved = { ...engagement, stage: to, nextStages: [] };
    return { ...page, items: isTarget && at === 0 ? [moved, ...items] : items };
  });
  return { ...column, pages };
}
