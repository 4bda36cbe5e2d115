import { SimpleGrid, Stack, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { ReportAnswer } from '../../../api/reports.ts';
import { useText } from '../../../texts/use-text.tsx';
import { FigureTable } from '../glance/figure-table.tsx';
import { useGroupName } from '../group-name.ts';
import { percentOf } from '../percent.ts';
import { useAmount } from '../question/amount.ts';
import { ExcludedTable } from './excluded-table.tsx';
import { FrozenBrokers } from './frozen-brokers.tsx';

type Figures = Pick<
  ReportAnswer,
  'achievements' | 'agreements' | 'contractValueFen' | 'technologyValueFen'
>;

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
  const nameOf = useGroupName();
  const { views, groupBy } = report;
  const columns = figures.columns(figures.achievements[report.flow], amount.unitName());
  const cells = (one: Figures) => {
    const shown = [
      one.achievements,
      one.agreements,
      amount.bare(one.contractValueFen),
      amount.bare(one.technologyValueFen),
    ];
    return shown;
  };
  const linked = (one: Figures) =>
    paper
      ? cells(one)
      : cells(one).map((shown, index) => (
          <Link key={columns[index]} to={`/reports/${report.id}?part=rows`} className="text-link">
            {shown}
          </Link>
        ));
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
                    cells: [...cells(glance.before.figures), glance.before.figures.needsSolved],
                  },
                ]
              : []),
          ]}
        />
      </Section>
      <SimpleGrid cols={{ base: 1, lg: paper ? 1 : 2 }} spacing="lg">
        {groupBy && (
          <Section title={t.bureau.groups.by(word('groupings', groupBy))}>
            <FigureTable
              label={t.bureau.groups.by(word('groupings', groupBy))}
              head={[word('groupings', groupBy), ...columns]}
              rows={report.groups.map((group) => ({
                key: group.key,
                name: nameOf(groupBy, group.key, group.label),
                cells: cells(group),
              }))}
              total={totalRow}
            />
          </Section>
        )}
        {glance && (
          <Section title={trend.title}>
            <FigureTable
              label={trend.title}
              head={[trend.month, ...columns, figures.solved]}
              rows={glance.current.months.map((one) => ({
                key: one.month,
                name: t.bureau.month(one.month, true),
                cells: [...cells(one), one.needsSolved],
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
          <FrozenBrokers brokers={views.brokers} all={!paper} />
        </Section>
      )}
    </Stack>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h5" mb={4}>
        {title}
      </Title>
      {children}
    </section>
  );
}
