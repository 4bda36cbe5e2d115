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
  const tally = createAchievementTally();
  return {
    add(agreement: AgreementFacts): void {
      for (const { on, ...row } of classify(agreement, query)?.rows ?? []) {
        if (!isBehind({ on, ...row }, filter, query.district)) continue;
        const { _id: agreementId, achievementIds } = row.facts;
        tally.add({ on, agreementId, achievementIds });
      }
    },
    result: tally.result,
  };
}

/** Distinct achievements of rows in any order. */
export function createAchievementTally() {
  const found = new Map<string, { on: string; agreementId: string; agreements: Set<string> }>();
  return {
    add({ on, agreementId, achievementIds }: Place & { achievementIds: readonly string[] }): void {
      for (const id of achievementIds) {
        const known = found.get(id);
        const first = !known || isBefore({ on, agreementId }, known) ? { on, agreementId } : known;
        const agreements = (known?.agreements ?? new Set()).add(agreementId);
        found.set(id, { on: first.on, agreementId: first.agreementId, agreements });
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

/** Where one stands in the order of the list. */
export const placeOf = ({ on, agreementId, capabilityId }: CountedAchievement): string =>
  [on, agreementId, capabilityId].join(' ');

interface Place {
  on: string;
  agreementId: string;
}

const isBefore = (a: Place, b: Place): boolean =>
  a.on < b.on || (a.on === b.on && a.agreementId < b.agreementId);

const compareIds = (a: CountedAchievement, b: CountedAchievement): number =>
  a.capabilityId < b.capabilityId ? -1 : 1;
