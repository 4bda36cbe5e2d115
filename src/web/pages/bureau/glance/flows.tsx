import { SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type FlowSide, flowSides } from '../../../../vocabulary.ts';
import { type Flows as FlowsAnswer, reckoned } from '../../../api/reports.ts';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { useGroupName } from '../group-name.ts';
import { useAmount } from '../question/amount.ts';
import type { Question } from '../question/question.ts';
import { rowsAddress } from '../rows/rows-address.ts';
import { Chart } from './chart.tsx';
import { ChartCard } from './chart-card.tsx';
import { useChartLook } from './chart-look.ts';
import { flowOption } from './chart-options.ts';
import { FlowMatrix } from './flow-matrix.tsx';
import { FlowTable } from './flow-table.tsx';
import { Newest } from './newest.tsx';

/** Who sold to whom: bands between kinds or regions; behind them a table, or a matrix of regions. */
export function Flows({ question }: { question: Question }) {
  const { t, word } = useText();
  const texts = t.bureau.flows;
  const [by, setBy] = useState<FlowSide>('region');
  const query = useQuery(reckoned<FlowsAnswer>('flows', { ...question, by }));
  const shown = query.data?.by === by ? query.data : undefined;
  const body = (view: 'chart' | 'table') => (
    <QueryView query={{ ...query, data: shown }}>
      {(answer) => (
        <Newest query={query}>
          {answer.flows.length === 0 ? (
            <Text c="dimmed" size="sm" py="lg" ta="center">
              {t.bureau.chart.nothing}
            </Text>
          ) : view === 'chart' ? (
            <FlowBands answer={answer} question={question} />
          ) : by === 'region' ? (
            <FlowMatrix answer={answer} question={question} />
          ) : (
            <FlowTable answer={answer} question={question} />
          )}
        </Newest>
      )}
    </QueryView>
  );
  return (
    <ChartCard
      title={texts.title}
      help={texts.help}
      controls={
        <SegmentedControl
          size="xs"
          aria-label={texts.by}
          value={by}
          onChange={(value) => setBy(value as FlowSide)}
          data={flowSides.map((side) => ({ value: side, label: word('flowSides', side) }))}
        />
      }
      chart={body('chart')}
      table={body('table')}
    />
  );
}

function FlowBands({ answer, question }: { answer: FlowsAnswer; question: Question }) {
  const { t, word } = useText();
  const amount = useAmount();
  const look = useChartLook();
  const nameOf = useGroupName();
  const { by } = answer;
  const bands = answer.flows
    .toSorted((a, b) => b.technologyValueFen - a.technologyValueFen)
    .map((flow) => {
      const [seller, buyer] = [nameOf(by, flow.seller), nameOf(by, flow.buyer)];
      return {
        ...{ seller, buyer },
        name: `${seller} → ${buyer}`,
        value: flow.technologyValueFen,
        label: amount.text(flow.technologyValueFen),
        to: rowsAddress('agreements', question, { by, seller: flow.seller, buyer: flow.buyer }),
      };
    });
  const sides = {
    seller: word('agreementSides', 'seller'),
    buyer: word('agreementSides', 'buyer'),
  };
  const option = useMemo(
    () => flowOption(bands, sides, look),
    [answer, question, look, amount.unit, t],
  );
  const said = bands.map(({ name, label }) => `${name} ${label}`).join(t.bureau.listComma);
  const ends = new Set(bands.map(({ seller }) => seller)).size;
  return <Chart option={option} height={Math.max(220, ends * 38)} description={said} />;
}
