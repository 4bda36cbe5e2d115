import type { FlowSide } from '../../vocabulary.ts';
import type { AgreementFacts, Figures, ReportQuery } from './report.ts';
import { classify } from './report-classify.ts';
import { pairOf } from './report-grouping.ts';
import { count, emptyTally, figures, type Tally } from './report-summary.ts';

/** What went from sellers of one kind or region to buyers of another. */
export interface Flow extends Figures {
  seller: string;
  buyer: string;
}

/** Both values of the flows add up to the total, which is the summary's. */
export function createFlowFold(query: ReportQuery, by: FlowSide) {
  const total = emptyTally();
  const flows = new Map<string, { seller: string; buyer: string; tally: Tally }>();
  return {
    add(agreement: AgreementFacts): void {
      for (const row of classify(agreement, query)?.rows ?? []) {
        count(total, row);
        const pair = pairOf(row, by);
        const key = JSON.stringify([pair.seller, pair.buyer]);
        const flow = flows.get(key) ?? { ...pair, tally: emptyTally() };
        flows.set(key, flow);
        count(flow.tally, row);
      }
    },
    result: (): Figures & { flows: Flow[] } => ({
      ...figures(total),
      flows: [...flows.keys()].toSorted().map((key) => {
        const { tally, ...pair } = flows.get(key)!;
        return { ...pair, ...figures(tally) };
      }),
    }),
  };
}
