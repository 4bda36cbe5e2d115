import { Card, Group, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { PlainList } from './plain-list.tsx';
import { shows } from './shows.ts';

export interface Column<T> {
  name: string;
  show(row: T): ReactNode;
  /** Numbers stand to the right. */
  numeric?: boolean;
  /** Stays on one line, as dates do. */
  whole?: boolean;
  /** What names the row: a row header in the table, the first line of the card. */
  head?: boolean;
}

/** Rows of a list: a table where there is room, cards on a phone. */
export function Rows<T>({
  label,
  rows,
  columns,
  keyOf,
}: {
  /** What the rows are, for those who hear the table. */
  label: string;
  rows: readonly T[];
  columns: readonly Column<T>[];
  keyOf(row: T): string;
}) {
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  return narrow ? (
    <RowCards label={label} rows={rows} columns={columns} keyOf={keyOf} />
  ) : (
    <Table.ScrollContainer minWidth={640}>
      <Table verticalSpacing="xs" highlightOnHover aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ name, numeric }) => (
              <Table.Th key={name} ta={numeric ? 'right' : undefined}>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={keyOf(row)}>
              {columns.map(({ name, show, numeric, head, whole }) =>
                head ? (
                  <Table.Th key={name} scope="row" fw={500}>
                    {show(row)}
                  </Table.Th>
                ) : (
                  <Table.Td
                    key={name}
                    ta={numeric ? 'right' : undefined}
                    className={numeric ? 'numbers' : whole ? 'whole' : undefined}
                  >
                    {show(row)}
                  </Table.Td>
                ),
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function RowCards<T>({ label, rows, columns, keyOf }: Parameters<typeof Rows<T>>[0]) {
  const head = columns.find((column) => column.head);
  const others = columns.filter((column) => !column.head);
  return (
    <PlainList label={label}>
      {rows.map((row) => (
        <Card key={keyOf(row)} component="li" withBorder padding="sm">
          {head && (
            <Text fw={600} component="div">
              {head.show(row)}
            </Text>
          )}
          {others.map(({ name, show }) => {
            const value = show(row);
            if (!shows(value)) return null;
            return (
              <Group key={name} gap="xs" wrap="nowrap" align="baseline">
                <Text size="xs" c="dimmed" miw={72}>
                  {name}
                </Text>
                <Text size="sm" component="div" style={{ overflowWrap: 'anywhere' }}>
                  {value}
                </Text>
              </Group>
            );
          })}
        </Card>
      ))}
    </PlainList>
  );
}
