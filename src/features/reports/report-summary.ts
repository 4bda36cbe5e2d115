import { type ExclusionReason, exclusionReasons } from '../../vocabulary.ts';
import { addFen } from '../agreements/agreement-money.ts';
import type { AgreementFacts, CountedRow, Figures, ReportQuery, Summary } from './report.ts';
import { classify } from './report-classify.ts';
import { groupKey } from './report-grouping.ts';

export interface Tally {
  achievements: Set<string>;
  agreements: Set<string>;
  contractValueFen: number;
  technologyValueFen: number;
}

export const emptyTally = (): Tally => ({
  achievements: new Set(),
  agreements: new Set(),
  contractValueFen: 0,
  technologyValueFen: 0,
});

type Countable = Pick<CountedRow, 'contractValueFen' | 'technologyValueFen'> & {
  facts: Pick<AgreementFacts, '_id' | 'achievementIds'>;
};

/** Adds one row to a tally. */
export const count = (tally: Tally, row: Countable): void => {
  for (const id of row.facts.achievementIds) tally.achievements.add(id);
  tally.agreements.add(row.facts._id);
  tally.contractValueFen = addFen(tally.contractValueFen, row.contractValueFen);
  tally.technologyValueFen = addFen(tally.technologyValueFen, row.technologyValueFen);
};

export const figures = (tally: Tally): Figures => ({
  ...tally,
  achievements: tally.achievements.size,
  agreements: tally.agreements.size,
});

export interface SummaryFold {
  add: (agreement: AgreementFacts) => void;
  result: () => Summary;
}

/** A fold over agreements in any order, so that a summary can be streamed and never holds rows. */
export const createSummaryFold = (query: ReportQuery): SummaryFold => {
  const total = emptyTally();
  const groups = new Map<string, Tally>();
  const excluded = new Map<ExclusionReason, number>();
  const addRow = (row: CountedRow) => {
    count(total, row);
    if (!query.groupBy) return;
    const key = groupKey(row, query.groupBy, query.district);
    const group = groups.get(key) ?? emptyTally();
    groups.set(key, group);
    count(group, row);
  };
  return {
    add: (agreement) => {
      const classified = classify(agreement, query);
      if (!classified) return;
      const { reason } = classified.excluded ?? {};
      if (reason) excluded.set(reason, (excluded.get(reason) ?? 0) + 1);
      else classified.rows.forEach(addRow);
    },
    result: () => ({
      ...figures(total),
      groups: [...groups.keys()].toSorted().map((key) => ({ key, ...figures(groups.get(key)!) })),
      excluded: exclusionReasons
        .filter((reason) => excluded.has(reason))
        .map((reason) => ({
          reason,
          count: excluded.get(reason)!,
        })),
    }),
  };
};

export const summarize = (agreements: Iterable<AgreementFacts>, query: ReportQuery): Summary => {
  const fold = createSummaryFold(query);
  for (const agreement of agreements) fold.add(agreement);
  return fold.result();
};
