import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { EngagementStage } from '../../../../vocabulary.ts';
import { call, type Query } from '../../../api/client.ts';
import { type Engagement, engagements } from '../../../api/engagements.ts';
import type { Page } from '../../../api/resource.ts';

/** Filters of the pipeline that stand in the address. */
export const pipelineFilters = ['stage', 'field', 'overdue', 'instituteId', 'q', 'whose'] as const;
export type PipelineFilter = (typeof pipelineFilters)[number];
export type PipelineFilters = Record<PipelineFilter, string | undefined>;

/** Cards that a column reads at once. */
const columnPage = 50;

/** What the service is asked for; `whose` is this page's own word for `mine`. */
export function askedFor({ whose, ...filters }: PipelineFilters, broker: boolean): Query {
  const mine = (whose ?? (broker ? 'mine' : 'everyone')) === 'mine';
  return { ...filters, mine: mine || undefined };
}

export const boardKey = [engagements.path, 'board'] as const;

/** One column of the board, page by page: what is due first, or of the past what is newest. */
export const columnQuery = (filters: Query, stage: EngagementStage) => {
  const over = stage === 'completed' || stage === 'ended';
  const query = { ...filters, stage, sort: over ? '-stageSince' : 'nextDue', limit: columnPage };
  return infiniteQueryOptions({
    queryKey: [...boardKey, stage, query],
    queryFn: ({ pageParam, signal }) =>
      call<Page<Engagement>>('GET', engagements.path, {
        query: { ...query, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
};
