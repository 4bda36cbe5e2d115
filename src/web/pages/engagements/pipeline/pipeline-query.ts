import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { EngagementStage } from '../../../../vocabulary.ts';
import { call, type Query } from '../../../api/client.ts';
import { type EngagementBoard, engagements } from '../../../api/engagements.ts';

/** Filters of the pipeline that stand in the address. */
export const pipelineFilters = ['stage', 'field', 'overdue', 'instituteId', 'q', 'whose'] as const;
export type PipelineFilter = (typeof pipelineFilters)[number];
export type PipelineFilters = Record<PipelineFilter, string | undefined>;

/** What the service is asked for; `whose` is this page's own word for `mine`. */
export function askedFor({ whose, ...filters }: PipelineFilters, broker: boolean): Query {
  const mine = (whose ?? (broker ? 'mine' : 'everyone')) === 'mine';
  return { ...filters, mine: mine || undefined };
}

export const boardKey = [engagements.path, 'board'] as const;

/** The whole board in one answer; of the stages in `atLength` as much as a board shows at all. */
export const boardQuery = (filters: Query, atLength: readonly EngagementStage[]) => {
  const query = { ...filters, atLength: atLength.join() || undefined };
  return queryOptions({
    queryKey: [...boardKey, query],
    queryFn: ({ signal }) =>
      call<EngagementBoard>('GET', `${engagements.path}/board`, { query, signal }),
    placeholderData: keepPreviousData,
  });
};
