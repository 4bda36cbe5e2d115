import { SimpleGrid, Stack } from '@mantine/core';
import type { ReportAnswer } from '../../../api/reports.ts';
import { useText } from '../../../texts/use-text.tsx';
import { FigureTable } from '../glance/figure-table.tsx';
import { percentOf } from '../percent.ts';
import { useAmount } from '../question/amount.ts';
import type { RowPart } from '../rows/rows-address.ts';
import { ExcludedTable } from './excluded-table.tsx';
import { FrozenBrokers } from './frozen-brokers.tsx';
import { type Figures, frozenCells, plainCells } from './frozen-cells.tsx';
import { FrozenGroups } from './frozen-groups.tsx';
import { Section } from './section.tsx';

/** The frozen figures and views, as tables: nothing here is reckoned anew. */
export function FrozenFigures({
  report,
  paper = false,
}: {
  report: ReportAnswer;
  paper?: boolean;
}) {
  const { t, word } = useText();
  const { figures, period, total, trend, funnel } = t.bureau;
  const amount = useAmount();
  const { views, groupBy } = report;
  const columns = figures.columns(figures.achievements[report.flow], amount.unitName());
  const linked = (one: Figures, filter: RowPart = {}) =>
    paper ? plainCells(one, amount) : frozenCells(report.id, one, filter, amount);
  const totalRow = { key: 'total', name: total, cells: linked(report) };
  const glance = views?.glance;
  return (
    <Stack gap="lg">
      <Section title={t.bureau.published.partNames.figures}>
        <FigureTable
          label={t.bureau.published.partNames.figures}
          head={['', ...columns, ...(glance ? [figures.needsSolved] : [])]}
          rows={[
            {
              key: 'now',
              name: period.name(report),
              cells: [...linked(report), ...(glance ? [glance.current.figures.needsSolved] : [])],
            },
            ...(glance
              ? [
                  {
                    key: 'before',
                    name: period.name(glance.before),
                    cells: [
                      ...plainCells(glance.before.figures, amount),
                      glance.before.figures.needsSolved,
                    ],
                  },
                ]
              : []),
          ]}
        />
      </Section>
      <SimpleGrid cols={{ base: 1, lg: paper ? 1 : 2 }} spacing="lg">
        {(groupBy || !paper) && <FrozenGroups report={report} paper={paper} />}
        {glance && (
          <Section title={trend.title}>
            <FigureTable
              label={trend.title}
              head={[trend.month, ...columns, figures.solved]}
              rows={glance.current.months.map((one) => ({
                key: one.month,
                name: t.bureau.month(one.month, true),
                cells: [...linked(one, { groupBy: 'month', key: one.month }), one.needsSolved],
              }))}
              total={{
                ...totalRow,
                cells: [...totalRow.cells, glance.current.figures.needsSolved],
              }}
            />
          </Section>
        )}
        {views && (
          <Section title={funnel.title}>
            <FigureTable
              label={funnel.title}
              minWidth={280}
              head={[funnel.step, funnel.reached, funnel.share]}
              rows={views.funnel.map(({ step, reached, permille }) => ({
                key: step,
                name: word('funnelSteps', step),
                cells: [reached, percentOf(permille)],
              }))}
            />
          </Section>
        )}
        <Section title={t.bureau.excluded.title}>
          <ExcludedTable report={report} paper={paper} />
        </Section>
      </SimpleGrid>
      {views && (
        <Section title={t.bureau.brokers.title}>
          <FrozenBrokers report={report} brokers={views.brokers} paper={paper} />
        </Section>
      )}
    </Stack>
  );
}
