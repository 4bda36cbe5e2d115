import { Group, Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';

/** A column heading that sorts: figures from the largest first, names from the beginning. */
export function SortHead({
  column,
  label,
  sort,
  onSort,
  text = false,
}: {
  column: string;
  label: string;
  sort: string;
  onSort(sort: string): void;
  text?: boolean;
}) {
  const up = sort === column;
  const down = sort === `-${column}`;
  const first = text ? column : `-${column}`;
  const other = text ? `-${column}` : column;
  return (
    <Table.Th
      scope="col"
      ta={text ? undefined : 'right'}
      aria-sort={up ? 'ascending' : down ? 'descending' : undefined}
    >
      <UnstyledButton
        fz="xs"
        fw={600}
        mih={24}
        ta={text ? 'left' : 'right'}
        onClick={() => onSort(sort === first ? other : first)}
      >
        <Group gap={2} wrap="nowrap" justify={text ? 'flex-start' : 'flex-end'} component="span">
          {label}
          {up && <IconArrowUp size={12} aria-hidden />}
          {down && <IconArrowDown size={12} aria-hidden />}
        </Group>
      </UnstyledButton>
    </Table.Th>
  );
}
