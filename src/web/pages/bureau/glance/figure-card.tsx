import { Card, Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { HelpTip } from '../question/help-tip.tsx';
import { FigureLink } from '../rows/figure-link.tsx';

/** One headline figure: what it is, how much, and against the period before. */
export function FigureCard({
  name,
  help,
  to,
  figure,
  unit,
  aside,
  children,
}: {
  name: string;
  help: string;
  to: string;
  figure: string;
  unit: string;
  aside?: ReactNode;
  /** Comparisons. */
  children: ReactNode;
}) {
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id} withBorder padding="md">
      <Group justify="space-between" wrap="nowrap" h={28}>
        <Group gap={2} wrap="nowrap">
          <Text component="h2" size="sm" c="dimmed" fw={500} id={id} m={0}>
            {name}
          </Text>
          <HelpTip of={name} text={help} />
        </Group>
        {aside}
      </Group>
      <FigureLink to={to} fz={34} fw={700} lh={1.3} display="inline-block" mb={6} underline="hover">
        {figure}{' '}
        <Text component="span" fz="md" fw={500} inherit={false}>
          {unit}
        </Text>
      </FigureLink>
      <Stack gap={4}>{children}</Stack>
    </Card>
  );
}
