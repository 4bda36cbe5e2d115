import { Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem } from '../api/problem.ts';
import { useText } from '../texts/use-text.tsx';
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
  const { t } = useText();
  if (query.data !== undefined) return children(query.data);
  // Without a network nothing is on its way; it is asked for by itself when it is back.
  const error = query.isPaused ? new Problem(0) : query.error;
  if (error) return <FailureNote error={error} onRetry={() => void query.refetch()} />;
  return (
    <Stack gap="sm" role="status" aria-label={t.states.loading}>
      {Array.from({ length: bones }, (_, index) => (
        <Skeleton key={index} height={index === 0 ? 28 : 56} />
      ))}
    </Stack>
  );
}
