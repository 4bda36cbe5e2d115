import { Box, Card, Group, SegmentedControl, Title } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { useText } from '../../../texts/use-text.tsx';
import { HelpTip } from '../question/help-tip.tsx';

/** One view of the figures: a chart, and behind it the same numbers as a table of links. */
export function ChartCard({
  title,
  help,
  controls,
  chart,
  table,
}: {
  title: string;
  help: string;
  controls?: ReactNode;
  chart?: ReactNode;
  table: ReactNode;
}) {
  const { t } = useText();
  const [view, setView] = useState('chart');
  const name = useId();
  const choices = [
    { value: 'chart', label: t.bureau.chart.chart, Icon: IconChartBar },
    { value: 'table', label: t.bureau.chart.table, Icon: IconTable },
  ];
  return (
    <Card component="section" aria-labelledby={name} withBorder padding="md">
      <Group justify="space-between" gap="xs" mb="sm">
        <Group gap={2} wrap="nowrap">
          <Title order={2} size="h5" id={name}>
            {title}
          </Title>
          <HelpTip of={title} text={help} />
        </Group>
        <Group gap="xs">
          {controls}
          {chart && (
            <SegmentedControl
              size="xs"
              aria-label={t.bureau.chart.show(title)}
              value={view}
              onChange={setView}
              data={choices.map(({ value, label, Icon }) => ({
                value,
                label: (
                  <Group gap={4} wrap="nowrap">
                    <Icon size={14} aria-hidden />
                    {label}
                  </Group>
                ),
              }))}
            />
          )}
        </Group>
      </Group>
      <Box>{chart && view === 'chart' ? chart : table}</Box>
    </Card>
  );
}
