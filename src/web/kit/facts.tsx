import { Box, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { shows } from './shows.ts';

/** Named facts of one thing; those without a value are left out. */
export function Facts({
  facts,
  cols = 2,
  narrow = 1,
}: {
  facts: readonly (readonly [string, ReactNode])[];
  cols?: number;
  /** Columns on a phone, where the facts are short. */
  narrow?: number;
}) {
  const shown = facts.filter(([, value]) => shows(value));
  return (
    <SimpleGrid component="dl" cols={{ base: narrow, sm: cols }} spacing="sm" m={0}>
      {shown.map(([name, value]) => (
        <Box key={name}>
          <Text component="dt" size="xs" c="dimmed">
            {name}
          </Text>
          <Text component="dd" m={0} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {value}
          </Text>
        </Box>
      ))}
    </SimpleGrid>
  );
}
