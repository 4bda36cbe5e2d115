import { Anchor, Group, Paper, Text } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import type { ReportAnswer } from '../../../api/reports.ts';
import { useList } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';
import { usePartText } from '../rows/part-text.ts';
import type { RowPart } from '../rows/rows-address.ts';
import { type FrozenPart, frozenAddress, frozenFilters } from './frozen-parts.ts';

/** Page and filter of frozen rows, from the address. */
export function useFrozenList() {
  const list = useList(frozenFilters, { limit: 50 });
  const { limit, cursor } = list.query;
  return { list, filter: list.filters, paging: { limit, cursor } };
}

/** Which part of the rows is shown, with the ways to all of them and back to the figure. */
export function FrozenPartNote({
  report,
  part,
  filter,
}: {
  report: ReportAnswer;
  part: FrozenPart;
  filter: RowPart;
}) {
  const { t } = useText();
  const texts = t.bureau.published;
  const { state } = useLocation() as { state: { back?: string } | null };
  const words = usePartText({ part: filter, question: report });
  if (words.length === 0) return null;
  return (
    <Paper withBorder px="sm" py="xs">
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={500}>
          {words.join(' · ')}
        </Text>
        <Group gap="md">
          <Anchor component={Link} size="sm" to={frozenAddress(report.id, part)}>
            {texts.all(texts.partNames[part])}
          </Anchor>
          <Anchor component={Link} size="sm" to={state?.back ?? `/reports/${report.id}`}>
            {texts.backToFigures}
          </Anchor>
        </Group>
      </Group>
    </Paper>
  );
}
