import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import type { Grouping } from '../../../../vocabulary.ts';
import { reckoned, type Summary } from '../../../api/reports.ts';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { useGroupName } from '../group-name.ts';
import { useAmount } from '../question/amount.ts';
import type { Question } from '../question/question.ts';
import { rowsAddress } from '../rows/rows-address.ts';
import { Chart } from './chart.tsx';
import { ChartCard } from './chart-card.tsx';
import { useChartLook } from './chart-look.ts';
import { barsOption } from './chart-options.ts';
import { figureCells } from './figure-cells.tsx';
import { FigureTable } from './figure-table.tsx';
import { Newest } from './newest.tsx';

/** More bars than these cannot be read; the table has all. */
const mostBars = 12;

/** The figures split by one thing, the largest first. */
export function Groups({
  question,
  groupBy,
  title,
  help,
  color = 0,
  controls,
}: {
  question: Question;
  groupBy: Grouping;
  title: string;
  help: string;
  color?: number;
  controls?: ReactNode;
}) {
  const { t } = useText();
  const query = useQuery(reckoned<Summary>('summary', { ...question, groupBy }));
  const shown = query.data?.groupBy === groupBy ? query.data : undefined;
  const body = (view: 'chart' | 'table') => (
    <QueryView query={{ ...query, data: shown }}>
      {(summary) => (
        <Newest query={query}>
          {summary.groups.length === 0 ? (
            <Text c="dimmed" size="sm" py="lg" ta="center">
              {t.bureau.chart.nothing}
            </Text>
          ) : view === 'chart' ? (
            <GroupBars {...{ summary, question, groupBy, color }} />
          ) : (
            <GroupTable {...{ summary, question, groupBy, title }} />
          )}
        </Newest>
      )}
    </QueryView>
  );
  return (
    <ChartCard
      title={title}
      help={help}
      controls={controls}
      chart={body('chart')}
      table={body('table')}
    />
  );
}

const bySize = ({ groups }: Summary) =>
  groups.toSorted((a, b) => b.technologyValueFen - a.technologyValueFen);

interface Shown {
  summary: Summary;
  question: Question;
  groupBy: Grouping;
}

function GroupBars({ summary, question, groupBy, color }: Shown & { color: number }) {
  const { t } = useText();
  const amount = useAmount();
  const look = useChartLook();
  const nameOf = useGroupName();
  const all = bySize(summary);
  const slices = all.slice(0, mostBars).map(({ key, label, technologyValueFen }) => ({
    name: nameOf(groupBy, key, label),
    value: technologyValueFen,
    label: amount.text(technologyValueFen),
    to: rowsAddress('agreements', question, { groupBy, key }),
  }));
  const option = useMemo(
    () => barsOption(slices, look, { color }),
    [summary, question, groupBy, look, color, amount.unit, t],
  );
  const said = slices.map(({ name, label }) => `${name} ${label}`).join(t.bureau.listComma);
  return (
    <>
      <Chart option={option} height={Math.max(120, slices.length * 38)} description={said} />
      {all.length > mostBars && (
        <Text size="xs" c="dimmed">
          {t.bureau.chart.more(all.length - mostBars)}
        </Text>
      )}
    </>
  );
}

function GroupTable({ summary, question, groupBy, title }: Shown & { title: string }) {
  const { t, word } = useText();
  const amount = useAmount();
  const nameOf = useGroupName();
  const { figures } = t.bureau;
  return (
    <FigureTable
      label={title}
      head={[
        word('groupings', groupBy),
        ...figures.columns(figures.achievements[question.flow], amount.unitName()),
      ]}
      rows={bySize(summary).map((group) => ({
        key: group.key,
        name: nameOf(groupBy, group.key, group.label),
        cells: figureCells(group, question, { groupBy, key: group.key }, amount),
      }))}
      total={{
        key: 'total',
        name: t.bureau.total,
        cells: figureCells(summary, question, {}, amount),
      }}
    />
  );
}
