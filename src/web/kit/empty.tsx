import { Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../texts/use-text.tsx';

/** Where there is nothing yet: says so, and what to do about it. */
export function Empty({ text, children }: { text?: string; children?: ReactNode }) {
  const { t } = useText();
  return (
    <Paper withBorder p="xl">
      <Stack align="center" gap="sm">
        <Text c="dimmed">{text ?? t.states.empty}</Text>
        {children}
      </Stack>
    </Paper>
  );
}
