import { useMemo } from 'react';
import type { Glance } from '../../../api/reports.ts';
import { useText } from '../../../texts/use-text.tsx';
import { useAmount } from '../question/amount.ts';
import { monthWithin } from '../question/period.ts';
import type { Question } from '../question/question.ts';
import { FigureLink } from '../rows/figure-link.tsx';
import { rowsAddress } from '../rows/rows-address.ts';
import { Chart } from './chart.tsx';
import { ChartCard } from './chart-card.tsx';
import { useChartLook } from './chart-look.ts';
import { trendOption } from './chart-options.ts';
import { figureCells } from './figure-cells.tsx';
import { FigureTable } from './figure-table.tsx';

/** The period month by month. */
export function Trend({ glance, question }: { glance: Glance; question: Question }) {
  const { t } = useText();
  const texts = t.bureau;
  const amount = useAmount();
  const look = useChartLook();
  const { months, figures } = glance.current;
  const years = new Set(months.map(({ month }) => month.slice(0, 4))).size > 1;
  const part = (month: string) => ({ groupBy: 'month', key: month });
  const bars = months.map((one) => ({
    name: texts.month(one.month, years),
    value: one.technologyValueFen,
    label: amount.text(one.technologyValueFen),
    count: one.achievements,
    countLabel: texts.count.achievements(one.achievements),
    to: rowsAddress('agreements', question, part(one.month)),
  }));
  const achievements = texts.figures.achievements[question.flow];
  const option = useMemo(
    () =>
      trendOption(
        bars,
        {
          amount: texts.figures.technologyValue,
          unit: amount.unitName(),
          count: achievements,
        },
        look,
        amount.bare,
      ),
    [glance, question, look, amount.unit, t],
  );
  const solved = (from: string, to: string, n: number) => (
    <FigureLink to={rowsAddress('solved', { ...question, from, to })}>{n}</FigureLink>
  );
  const description = bars
    .map(({ name, label, countLabel }) => `${name} ${label} ${countLabel}`)
    .join(texts.listComma);
  return (
    <ChartCard
      title={texts.trend.title}
      help={texts.trend.help}
      chart={<Chart option={option} height={300} description={description} />}
      table={
        <FigureTable
          label={texts.trend.title}
          minWidth={560}
          head={[
            texts.trend.month,
            ...texts.figures.columns(achievements, amount.unitName()),
            texts.figures.solved,
          ]}
          rows={months.map((one) => {
            const days = monthWithin(one.month, question);
            return {
              key: one.month,
              name: texts.month(one.month, years),
              cells: [
                ...figureCells(one, question, part(one.month), amount),
                solved(days.from, days.to, one.needsSolved),
              ],
            };
          })}
          total={{
            key: 'total',
            name: texts.total,
            cells: [
              ...figureCells(figures, question, {}, amount),
              solved(question.from, question.to, figures.needsSolved),
            ],
          }}
        />
      }
    />
  );
}
