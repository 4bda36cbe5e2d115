import { Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A titled part of a published report, with what it is set by beside the title. */
export function Section({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-label={title}>
      <Group justify="space-between" mb={4} mih={aside ? 30 : undefined}>
        <Title order={2} size="h5">
          {title}
        </Title>
        {aside}
      </Group>
      {children}
    </section>
  );
}
