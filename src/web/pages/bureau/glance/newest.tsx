import { Box } from '@mantine/core';
import type { ReactNode } from 'react';

/** Pales what belongs to the question before, until the answer to the new one is there. */
export function Newest({
  query,
  children,
}: {
  query: { isPlaceholderData: boolean };
  children: ReactNode;
}) {
  const old = query.isPlaceholderData;
  return (
    <Box aria-busy={old} opacity={old ? 0.5 : undefined}>
      {children}
    </Box>
  );
}
