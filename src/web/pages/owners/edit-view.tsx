import { Alert } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { QueryView } from '../../kit/query-view.tsx';

/** A row to be changed, or why it cannot be. */
export function EditView<T extends { actions: readonly string[] }>({
  query,
  refusal,
  children,
}: {
  query: ComponentProps<typeof QueryView<T>>['query'];
  refusal: string;
  children: (row: T) => ReactNode;
}) {
  return (
    <QueryView query={query}>
      {(row) =>
        row.actions.includes('update') ? children(row) : <Alert color="yellow">{refusal}</Alert>
      }
    </QueryView>
  );
}
