import { Button, Group, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../texts/use-text.tsx';
import { Dialog } from './dialog.tsx';

export interface Difference {
  name: string;
  yours: ReactNode;
  theirs: ReactNode;
}

export interface Stale {
  differences: readonly Difference[];
  onKeepYours(): void;
  onTakeTheirs(): void;
  onClose(): void;
}

/** A stale edit (412): both versions side by side, and the person decides. */
export function StaleComparison({ differences, onKeepYours, onTakeTheirs, onClose }: Stale) {
  const { t } = useText();
  return (
    <Dialog opened title={t.stale.title} onClose={onClose} size="xl">
      <Stack>
        <Text size="sm">{t.stale.text}</Text>
        <Table.ScrollContainer minWidth={360}>
          <Table withTableBorder verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t.stale.field}</Table.Th>
                <Table.Th>{t.stale.yours}</Table.Th>
                <Table.Th>{t.stale.theirs}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {differences.map(({ name, yours, theirs }) => (
                <Table.Tr key={name}>
                  <Table.Th scope="row">{name}</Table.Th>
                  <Table.Td className="pre-line">{yours}</Table.Td>
                  <Table.Td className="pre-line">{theirs}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Group justify="flex-end">
          <Button variant="default" onClick={onTakeTheirs}>
            {t.stale.takeTheirs}
          </Button>
          <Button onClick={onKeepYours}>{t.stale.keepYours}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
