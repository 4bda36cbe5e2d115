import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Empty } from '../../../kit/empty.tsx';
import { Pager } from '../../../kit/pager.tsx';
import { type Column, Rows } from '../../../kit/rows.tsx';
import { useText } from '../../../texts/use-text.tsx';
import type { Rows as AskedRows } from './use-rows.ts';

/** Rows with what they add up to above them, or that there are none. */
export function RowTable<T>({
  label,
  answer,
  total,
  columns,
  keyOf,
  asked,
}: {
  label: string;
  answer: { items: readonly T[]; nextCursor: string | null };
  /** How many there are, or all sums. */
  total?: ReactNode;
  columns: readonly Column<T>[];
  keyOf(row: T): string;
  asked: AskedRows;
}) {
  const { t } = useText();
  if (answer.items.length === 0) return <Empty text={t.bureau.rows.none} />;
  return (
    <Stack gap="sm">
      {typeof total === 'number' ? (
        <Text fw={600} size="sm">
          {t.pages.total(total)}
        </Text>
      ) : (
        total
      )}
      <Rows label={label} rows={answer.items} columns={columns} keyOf={keyOf} />
      <Pager list={asked.list} nextCursor={answer.nextCursor} />
    </Stack>
  );
}
