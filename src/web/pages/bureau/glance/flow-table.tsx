import type { Flows } from '../../../api/reports.ts';
import { useText } from '../../../texts/use-text.tsx';
import { useGroupName } from '../group-name.ts';
import { useAmount } from '../question/amount.ts';
import type { Question } from '../question/question.ts';
import { figureCells } from './figure-cells.tsx';
import { FigureTable } from './figure-table.tsx';

/** Every pair of a seller's and a buyer's side with its four figures. */
export function FlowTable({ answer, question }: { answer: Flows; question: Question }) {
  const { t } = useText();
  const amount = useAmount();
  const nameOf = useGroupName();
  const { figures, flows, total } = t.bureau;
  const { by } = answer;
  return (
    <FigureTable
      label={flows.title}
      head={[
        flows.pair,
        ...figures.columns(figures.achievements[question.flow], amount.unitName()),
      ]}
      rows={answer.flows.map((flow) => ({
        key: `${flow.seller} ${flow.buyer}`,
        name: `${nameOf(by, flow.seller)} → ${nameOf(by, flow.buyer)}`,
        cells: figureCells(flow, question, { by, seller: flow.seller, buyer: flow.buyer }, amount),
      }))}
      total={{ key: 'total', name: total, cells: figureCells(answer, question, {}, amount) }}
    />
  );
}
