import type { AgreementFacts, ReportQuery } from './report.ts';
import { classify } from './report-classify.ts';
import { isBehind, type RowFilter } from './report-grouping.ts';

/** One distinct capability behind the figure, with the first of its agreements in the period. */
export interface CountedAchievement {
  capabilityId: string;
  /** The day on which it was first counted, and by which agreement. */
  on: string;
  agreementId: string;
  agreements: number;
}

/** The achievements that are counted, in the order in which they came in. */
export function createAchievementFold(query: ReportQuery, filter: RowFilter) {
  const found = new Map<string, { on: string; agreementId: string; agreements: Set<string> }>();
  return {
    add(agreement: AgreementFacts): void {
      for (const row of classify(agreement, query)?.rows ?? []) {
        if (!isBehind(row, filter, query.district)) continue;
        const { _id: agreementId, achievementIds } = row.facts;
        for (const id of achievementIds) {
          const known = found.get(id);
          const earlier = !known || isBefore({ on: row.on, agreementId }, known);
          const first = earlier ? { on: row.on, agreementId } : known;
          const agreements = (known?.agreements ?? new Set()).add(agreementId);
          found.set(id, { on: first.on, agreementId: first.agreementId, agreements });
        }
      }
    },
    result: (): CountedAchievement[] =>
      [...found]
        .map(([capabilityId, { agreements, ...first }]) => ({
          ...{ capabilityId, ...first },
          agreements: agreements.size,
        }))
        .sort((a, b) => (isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : compareIds(a, b))),
  };
}

interface Place {
  on: string;
  agreementId: string;
}

const isBefore = (a: Place, b: Place): boolean =>
  a.on < b.on || (a.on === b.on && a.agreementId < b.agreementId);

const compareIds = (a: CountedAchievement, b: CountedAchievement): number =>
  a.capabilityId < b.capabilityId ? -1 : 1;
