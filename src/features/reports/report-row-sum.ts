import type { AgreementFacts, CountedRow } from './report.ts';
import { partsOf } from './report-share.ts';
import { count, emptyTally, figures } from './report-summary.ts';

/** What all rows of a list add up to, over every page of it: the figure that they stand behind. */
export interface RowTotal {
  rows: number;
  achievements: number;
  agreements: number;
  contractValueFen: number;
  technologyValueFen: number;
  /** With a broker: the sum of that broker's parts. */
  brokerTechnologyValueFen?: number;
}

/** Adds up rows while they are looked for. */
export function createRowSum({ brokerId }: { brokerId?: string | undefined }) {
  const tally = emptyTally();
  let rows = 0;
  let part = 0;
  return {
    add(row: CountedRow): void {
      count(tally, row);
      rows += 1;
      if (brokerId !== undefined) part += partsOf(row).get(brokerId) ?? 0;
    },
    result: (): RowTotal => ({
      rows,
      ...figures(tally),
      ...(brokerId !== undefined && { brokerTechnologyValueFen: part }),
    }),
  };
}

export const bothValues = ({ contractValueFen, technologyValueFen }: AgreementFacts) => ({
  contractValueFen,
  technologyValueFen,
});
