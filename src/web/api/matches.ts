import { queryOptions } from '@tanstack/react-query';
import type * as z from 'zod';
import type { instituteRecordAnswer } from '../../features/engagements/institute-record-schema.ts';
import type {
  MatchAnswer,
  needMatchesAnswer,
  shortlistedAnswer,
} from '../../features/matching/match-schema.ts';
import { call } from './client.ts';
import { resource } from './resource.ts';

export type { MatchAnswer };
export type NeedMatches = z.output<typeof needMatchesAnswer>;
/** A match as the need's list shows it. */
export type NeedMatch = NeedMatches['items'][number];
type InstituteRecord = z.output<typeof instituteRecordAnswer>;

export const matches = resource<MatchAnswer>('/matches');

type ShortlistedMatches = z.output<typeof shortlistedAnswer>;
export type ShortlistedMatch = ShortlistedMatches['items'][number];

/** The newest of an institute's capabilities that a need's side has shortlisted. */
export const shortlistedMatches = queryOptions({
  queryKey: [matches.path, 'shortlisted'],
  queryFn: ({ signal }) =>
    call<ShortlistedMatches>('GET', '/matches/shortlisted', { query: { limit: 50 }, signal }),
});

/** The id of a pair is made of both ids, whether it is on a list or not. */
export const pairId = (needId: string, capabilityId: string) => `${needId}-${capabilityId}`;

/** What came of an institute's engagements; for brokers and the office. */
export const instituteRecord = (id: string) =>
  queryOptions({
    queryKey: ['/organizations', 'one', id, 'record'],
    queryFn: ({ signal }) =>
      call<InstituteRecord>('GET', `/organizations/${id}/record`, { signal }),
  });
