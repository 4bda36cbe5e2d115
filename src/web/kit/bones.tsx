import { Skeleton, Stack } from '@mantine/core';
import { useText } from '../texts/use-text.tsx';

/** The outline of what is still on its way. */
export function Bones({ lines = 3 }: { lines?: number }) {
  const { t } = useText();
  return (
    <Stack gap="sm" role="status" aria-label={t.states.loading}>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height={index === 0 ? 28 : 56} />
      ))}
    </Stack>
  );
}
