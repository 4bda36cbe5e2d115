import type { Amount } from '../question/amount.ts';
import { FigureLink } from '../rows/figure-link.tsx';
import type { RowPart } from '../rows/rows-address.ts';
import { type FrozenPart, frozenAddress } from './frozen-parts.ts';

export interface Figures {
  achievements: number;
  agreements: number;
  contractValueFen: number;
  technologyValueFen: number;
}

/** The four figures as they are printed. */
export const plainCells = (figures: Figures, amount: Amount) => [
  figures.achievements,
  figures.agreements,
  amount.bare(figures.contractValueFen),
  amount.bare(figures.technologyValueFen),
];

/** The four figures of a publication or of a part of it, each a link to its frozen rows. */
export function frozenCells(id: string, figures: Figures, filter: RowPart, amount: Amount) {
  const parts: FrozenPart[] = ['achievements', 'rows', 'rows', 'rows'];
  return plainCells(figures, amount).map((shown, index) => (
    <FigureLink key={index} to={frozenAddress(id, parts[index]!, filter)}>
      {shown}
    </FigureLink>
  ));
}
