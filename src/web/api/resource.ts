import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { call, type Query } from './client.ts';

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/**
 * The calls of one resource of the contract. `One` and `Row` are what it answers, `Input` and
 * `Change` the bodies of POST and PATCH. Keys of cached answers begin with the resource's path, so
 * that one `refresh` reaches its lists and its single rows.
 */
export function resource<One, Input = never, Change = Partial<Input>, List = Page<One>>(
  path: `/${string}`,
) {
  return {
    path,
    list: (query: Query = {}) =>
      queryOptions({
        queryKey: [path, 'list', query],
        queryFn: ({ signal }) => call<List>('GET', path, { query, signal }),
        placeholderData: keepPreviousData,
      }),
    one: (id: string) =>
      queryOptions({
        queryKey: [path, 'one', id],
        queryFn: ({ signal }) => call<One>('GET', `${path}/${id}`, { signal }),
      }),
    /** What is read below one row: `/needs/:id/matches`. */
    below: <A>(id: string, part: string, query: Query = {}) =>
      queryOptions({
        queryKey: [path, 'one', id, part, query],
        queryFn: ({ signal }) => call<A>('GET', `${path}/${id}/${part}`, { query, signal }),
      }),
    create: (body: Input, idempotencyKey?: string) =>
      call<One>('POST', path, { body, idempotencyKey }),
    change: (id: string, revision: number, body: Change) =>
      call<One>('PATCH', `${path}/${id}`, { body, ifMatch: revision }),
    /** An action of one row; answers the changed row unless said otherwise. */
    act: <A = One>(id: string, action: string, body?: unknown, idempotencyKey?: string) =>
      call<A>('POST', `${path}/${id}/${action}`, { body, idempotencyKey }),
    refresh: (cache: QueryClient) => cache.invalidateQueries({ queryKey: [path] }),
  };
}
