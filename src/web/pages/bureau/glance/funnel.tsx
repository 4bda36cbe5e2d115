import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Funnel as FunnelAnswer, reckoned } from '../../../api/reports.ts';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { percentOf } from '../percent.ts';
import type { Question } from '../question/question.ts';
import { FigureLink } from '../rows/figure-link.tsx';
import { rowsAddress } from '../rows/rows-address.ts';
import { Chart } from './chart.tsx';
import { ChartCard } from './chart-card.tsx';
import { useChartLook } from './chart-look.ts';
import { barsOption } from './chart-options.ts';
import { FigureTable } from './figure-table.tsx';
import { Newest } from './newest.tsx';

/** How far the needs posted in the period came. */
export function Funnel({ question }: { question: Question }) {
  const { t, word } = useText();
  const texts = t.bureau.funnel;
  const look = useChartLook();
  const { from, to, asOf } = question;
  const query = useQuery(reckoned<FunnelAnswer>('funnel', { from, to, asOf }));
  const steps = query.data?.steps;
  const [slices, option] = useMemo(() => {
    const bars = (steps ?? []).map(({ step, reached, permille }) => ({
      name: word('funnelSteps', step),
      value: reached,
      label: texts.bar(reached, percentOf(permille)),
      to: rowsAddress('funnel', question, { step }),
    }));
    return [bars, barsOption(bars, look, { color: 2, nameWidth: 92 })];
  }, [steps, question, look, t]);
  const said = slices.map(({ name, label }) => `${name} ${label}`).join(t.bureau.listComma);
  const posted = steps?.[0]?.reached ?? 0;
  const link = (step: string, n: number, reached?: string) => (
    <FigureLink to={rowsAddress('funnel', question, { step, reached })}>{n}</FigureLink>
  );
  return (
    <ChartCard
      title={texts.title}
      help={texts.help}
      chart={
        <QueryView query={query}>
          {() => (
            <Newest query={query}>
              <Chart option={option} height={slices.length * 36} description={said} />
            </Newest>
          )}
        </QueryView>
      }
      table={
        <QueryView query={query}>
          {(answer) => (
            <Newest query={query}>
              <FigureTable
                label={texts.title}
                minWidth={360}
                head={[texts.step, texts.reached, texts.share, texts.notReached]}
                rows={answer.steps.map(({ step, reached, permille }) => ({
                  key: step,
                  name: word('funnelSteps', step),
                  cells: [
                    link(step, reached),
                    percentOf(permille),
                    link(step, posted - reached, 'false'),
                  ],
                }))}
              />
            </Newest>
          )}
        </QueryView>
      }
    />
  );
}
