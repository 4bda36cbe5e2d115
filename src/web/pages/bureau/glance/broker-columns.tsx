import type { ReactNode } from 'react';
import type { BrokerTable } from '../../../api/reports.ts';
import type { Messages } from '../../../texts/language.ts';
import type { Amount } from '../question/amount.ts';
import type { Question } from '../question/question.ts';
import { FigureLink } from '../rows/figure-link.tsx';
import { type RowList, type RowPart, rowsAddress } from '../rows/rows-address.ts';

type Sums = BrokerTable['total'];

/** Whose figures a line shows: one broker's, everybody's, or what no broker has. */
export interface Line {
  /** Narrows the rows behind every figure of the line. */
  part: RowPart;
  capacity?: number | null;
  figures: Sums;
  /** Lists that can be narrowed to this line; of the others its figures are no links. */
  only?: readonly RowList[];
}

export interface BrokerColumn {
  /** What the service sorts by. */
  sort: string;
  name: string;
  show(line: Line): ReactNode;
}

/** Columns of the brokers' table after the name, every figure a link. */
export function brokerColumns(
  texts: Messages['bureau']['brokers'],
  question: Question,
  amount: Amount,
): BrokerColumn[] {
  const link = (of: RowList, { part, only }: Line, shown: ReactNode, more: RowPart = {}) =>
    only && !only.includes(of) ? (
      shown
    ) : (
      <FigureLink
        to={rowsAddress(of, question, { ...part, ...more })}
        // It stands in a line with the capacity, where colour alone would not tell it apart.
        underline={of === 'load' ? 'always' : 'hover'}
      >
        {shown}
      </FigureLink>
    );
  const answers = (['accepted', 'declined', 'expired', 'waiting', 'takenBack'] as const).map(
    (name): BrokerColumn => ({
      sort: name,
      name: texts.columns[name],
      show: (line) =>
        link('proposals', line, line.figures[name], {
          answer: name === 'takenBack' ? 'taken_back' : name,
        }),
    }),
  );
  return [
    {
      sort: 'load',
      name: texts.columns.load,
      show: (line) => (
        <>
          {link('load', line, line.figures.load)}
          {line.capacity != null && ` / ${line.capacity}`}
        </>
      ),
    },
    {
      sort: 'proposals',
      name: texts.columns.proposals,
      show: (line) => link('proposals', line, line.figures.proposals),
    },
    ...answers,
    {
      sort: 'answerMinutes',
      name: texts.columns.answerMinutes,
      show: (line) => {
        const { answerMinutes } = line.figures;
        return answerMinutes === null ? '—' : link('proposals', line, texts.minutes(answerMinutes));
      },
    },
    {
      sort: 'meetings',
      name: texts.columns.meetings,
      show: (line) => link('meetings', line, line.figures.meetings),
    },
    {
      sort: 'engagementsOpen',
      name: texts.columns.engagementsOpen,
      show: (line) => link('engagements', line, line.figures.engagementsOpen),
    },
    {
      sort: 'agreements',
      name: texts.columns.agreements,
      show: (line) => link('agreements', line, line.figures.agreements),
    },
    {
      sort: 'technologyValueFen',
      name: texts.columns.technologyValue(amount.unitName()),
      show: (line) => link('agreements', line, amount.bare(line.figures.technologyValueFen)),
    },
    {
      sort: 'needsSolved',
      name: texts.columns.needsSolved,
      show: (line) => link('solved', line, line.figures.needsSolved),
    },
  ];
}
