import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem, Problem } from '../api/problem.ts';
import { sessionQuery } from '../api/session.ts';

/** What was read from the service; a session that ended anywhere ends here too. */
export function createCache(): QueryClient {
  const noticeEnd = (error: Error) => {
    if (isProblem(error, 401) && cache.getQueryData(sessionQuery.queryKey)) {
      cache.setQueryData(sessionQuery.queryKey, null);
    }
  };
  const cache: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: noticeEnd }),
    mutationCache: new MutationCache({ onError: noticeEnd }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // A refusal will not change by asking again; silence may.
        retry: (count, error) => count < 2 && error instanceof Problem && error.isUnreachable,
      },
      mutations: { networkMode: 'always' },
    },
  });
  return cache;
}
