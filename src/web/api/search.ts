import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { SearchAnswer } from '../../features/matching/search-schema.ts';
import { call, type Query } from './client.ts';

export type { SearchAnswer };
export type Found = SearchAnswer['items'][number];

export const searchFor = (query: Query) =>
  queryOptions({
    queryKey: ['/search', query],
    queryFn: ({ signal }) => call<SearchAnswer>('GET', '/search', { query, signal }),
    placeholderData: keepPreviousData,
  });
