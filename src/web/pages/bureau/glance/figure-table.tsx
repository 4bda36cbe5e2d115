import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

export interface FigureRow {
  key: string;
  name: ReactNode;
  cells: ReactNode[];
}

/** Figures by group or month: numbers to the right, a total at the foot, scrolling in its own box. */
export function FigureTable({
  label,
  head,
  rows,
  total,
  minWidth = 320,
  words = 0,
  nameWidth = 92,
}: {
  label: string;
  /** The first names the rows. */
  head: readonly string[];
  rows: readonly FigureRow[];
  total?: FigureRow | undefined;
  minWidth?: number;
  /** How many cells after the name hold words; numbers stand to the right. */
  words?: number;
  nameWidth?: number;
}) {
  const side = (index: number) => (index <= words ? undefined : 'right');
  const line = ({ key, name, cells }: FigureRow) => (
    <Table.Tr key={key}>
      <Table.Th scope="row" fw={500} miw={nameWidth}>
        {name}
      </Table.Th>
      {cells.map((cell, index) => (
        <Table.Td key={head[index + 1]} ta={side(index + 1)} className="numbers">
          {cell}
        </Table.Td>
      ))}
    </Table.Tr>
  );
  return (
    <Table.ScrollContainer
      minWidth={minWidth}
      // One that holds no link is scrolled by keyboard all the same.
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': label } }}
    >
      <Table aria-label={label} verticalSpacing={6} className="figures">
        <Table.Thead>
          <Table.Tr>
            {head.map((name, index) => (
              <Table.Th key={name} scope="col" ta={side(index)}>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{rows.map(line)}</Table.Tbody>
        {total && <Table.Tfoot>{line(total)}</Table.Tfoot>}
      </Table>
    </Table.ScrollContainer>
  );
}
