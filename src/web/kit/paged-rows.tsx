import type { ReactNode } from 'react';
import { Pager } from './pager.tsx';
import { type Column, Rows } from './rows.tsx';
import type { ListState } from './use-list.ts';

/** One page of a list, or what there is to say when it has no rows, and the way to the others. */
export function PagedRows<T extends { id: string }>({
  label,
  page: { items, nextCursor },
  columns,
  empty,
  list,
}: {
  /** What the rows are, for those who hear the table. */
  label: string;
  page: { items: readonly T[]; nextCursor: string | null };
  columns: readonly Column<T>[];
  empty: ReactNode;
  list: Pick<ListState, 'page' | 'goNext' | 'goBack'>;
}) {
  return (
    <>
      {items.length === 0 ? (
        empty
      ) : (
        <Rows label={label} rows={items} columns={columns} keyOf={({ id }) => id} />
      )}
      <Pager list={list} nextCursor={nextCursor} />
    </>
  );
}
