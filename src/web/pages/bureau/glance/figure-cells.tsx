import type { Amount } from '../question/amount.ts';
import type { Question } from '../question/question.ts';
import { FigureLink } from '../rows/figure-link.tsx';
import { type RowPart, rowsAddress } from '../rows/rows-address.ts';

interface Figures {
  achievements: number;
  agreements: number;
  contractValueFen: number;
  technologyValueFen: number;
}

/** The four figures of a group, a month or a flow, each a link to its rows. */
export function figureCells(figures: Figures, question: Question, part: RowPart, amount: Amount) {
  const agreements = rowsAddress('agreements', question, part);
  return [
    <FigureLink key="achievements" to={rowsAddress('achievements', question, part)}>
      {figures.achievements}
    </FigureLink>,
    <FigureLink key="agreements" to={agreements}>
      {figures.agreements}
    </FigureLink>,
    <FigureLink key="contract" to={agreements}>
      {amount.bare(figures.contractValueFen)}
    </FigureLink>,
    <FigureLink key="technology" to={agreements}>
      {amount.bare(figures.technologyValueFen)}
    </FigureLink>,
  ];
}
