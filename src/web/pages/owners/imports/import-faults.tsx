import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ImportAnswer } from '../../../api/imports.ts';
import { Rows } from '../../../kit/rows.tsx';
import { codeText } from '../../../texts/code-text.ts';
import { useText } from '../../../texts/use-text.tsx';

/** So many are shown at a time; all of them are in the file. */
const step = 50;

/** The rows in error: which, where, why, and what to do. */
export function ImportFaults({ one, children }: { one: ImportAnswer; children: ReactNode }) {
  const { t, language } = useText();
  const words = t.imports;
  const [most, setMost] = useState(step);
  const shown = one.errors.slice(0, most);
  return (
    <Paper withBorder p="md" component="section" aria-label={words.faults}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {words.faultsOf(one.errorCount)}
        </Title>
        {children}
      </Group>
      <Text size="sm" c="dimmed" mb="xs">
        {words.faultsText}
      </Text>
      <Rows
        label={words.faults}
        rows={shown.map((fault, index) => ({
          ...fault,
          key: `${fault.row} ${fault.path} ${index}`,
        }))}
        keyOf={({ key }) => key}
        columns={[
          { name: words.rowNumber, head: true, show: ({ row }) => words.row(row) },
          { name: words.number, show: ({ externalId }) => externalId },
          { name: words.column, show: ({ path }) => path },
          {
            name: words.why,
            show: ({ code, message }) => codeText(code, language) ?? message,
          },
        ]}
      />
      {one.errors.length > most && (
        <Group justify="center" mt="xs">
          <Button size="xs" variant="default" onClick={() => setMost(most + step)}>
            {t.actions.more}
          </Button>
        </Group>
      )}
      {one.errorCount > one.errors.length && most >= one.errors.length && (
        <Text size="xs" c="dimmed">
          {words.moreInFile}
        </Text>
      )}
    </Paper>
  );
}
