import { Alert } from '@mantine/core';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { QueryView } from '../../kit/query-view.tsx';

/** A row to be changed, or why it cannot be. */
export function EditView<T extends { id: string; actions: readonly string[] }>({
  query,
  ...rest
}: {
  query: ComponentProps<typeof QueryView<T>>['query'];
  refusal: string;
  children: (row: T) => ReactNode;
}) {
  return (
    <QueryView query={query}>{(row) => <Editing key={row.id} row={row} {...rest} />}</QueryView>
  );
}

/** A form that was begun stays, with what was typed, when others make an end of it meanwhile. */
function Editing<T extends { id: string; actions: readonly string[] }>({
  row,
  refusal,
  children,
}: {
  row: T;
  refusal: string;
  children: (row: T) => ReactNode;
}) {
  const may = row.actions.includes('update');
  const [begun] = useState(may);
  return (
    <>
      {!may && <Alert color="yellow">{refusal}</Alert>}
      {begun && children(row)}
    </>
  );
}
