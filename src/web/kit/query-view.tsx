import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem } from '../api/problem.ts';
import { Bones } from './bones.tsx';
import { FailureNote } from './failure-note.tsx';

/**
 * What a query has to show: bones while it loads, the fault with a way to try again, or its data.
 * Data that is there stays while newer is fetched or cannot be.
 */
export function QueryView<T>({
  query,
  children,
  bones = 3,
}: {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'isError' | 'isPaused' | 'refetch'>;
  children: (data: T) => ReactNode;
  /** Lines of the skeleton. */
  bones?: number;
}) {
  if (query.data !== undefined) return children(query.data);
  // Without a network nothing is on its way; it is asked for by itself when it is back.
  const error = query.isPaused ? new Problem(0) : query.error;
  if (error) return <FailureNote error={error} onRetry={() => void query.refetch()} />;
  return <Bones lines={bones} />;
}
