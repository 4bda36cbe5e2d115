import type { AdjustmentReason, ExclusionReason } from '../../vocabulary.ts';
import { addFen } from '../agreements/agreement-money.ts';
import type { Figures } from './report.ts';

/** What one agreement contributed to one period. */
export interface Contribution {
  agreementId: string;
  contractValueFen: number;
  technologyValueFen: number;
  achievementIds: string[];
}

export type Contributions = Map<string, Contribution>;

/** Late, changed, or gone for the reason that excludes it. */
export type AdjustmentCause = AdjustmentReason | ExclusionReason;

/** A change to a published period that a later publication carries. */
export interface Adjustment {
  agreementId: string;
  reason: AdjustmentCause;
  contractValueFen: number;
  technologyValueFen: number;
  /** What the agreement contributes to the published period from now on; absent when nothing. */
  now?: Omit<Contribution, 'agreementId'> | undefined;
}

interface ContributingRow extends Contribution {}

/** Adds up rows (several payments of one agreement) to one contribution an agreement. */
export const contributions = (rows: Iterable<ContributingRow>): Contributions => {
  const all: Contributions = new Map();
  for (const { agreementId, achievementIds, ...row } of rows) {
    const known = all.get(agreementId);
    all.set(agreementId, {
      agreementId,
      achievementIds,
      contractValueFen: addFen(known?.contractValueFen ?? 0, row.contractValueFen),
      technologyValueFen: addFen(known?.technologyValueFen ?? 0, row.technologyValueFen),
    });
  }
  return all;
};

/** Published contributions after the adjustments that later publications carried, oldest first. */
export const adjusted = (published: Contributions, adjustments: Iterable<Adjustment>) => {
  const all: Contributions = new Map(published);
  for (const { agreementId, now } of adjustments) {
    if (now) all.set(agreementId, { agreementId, ...now });
    else all.delete(agreementId);
  }
  return all;
};

const sameContribution = (a: Contribution, b: Contribution): boolean =>
  a.contractValueFen === b.contractValueFen &&
  a.technologyValueFen === b.technologyValueFen &&
  a.achievementIds.toSorted().join() === b.achievementIds.toSorted().join();

/**
 * What leads from the published state of a period to its recomputed one, ordered by agreement.
 * `reasons` tells why an agreement of the period is excluded by now.
 */
export const adjustmentsBetween = (
  before: Contributions,
  after: Contributions,
  reasons: ReadonlyMap<string, ExclusionReason>,
): Adjustment[] => {
  const ids = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return ids.flatMap((agreementId): Adjustment[] => {
    const [was, is] = [before.get(agreementId), after.get(agreementId)];
    if (was && is && sameContribution(was, is)) return [];
    const { agreementId: _, ...now } = is ?? { agreementId };
    return [
      {
        agreementId,
        reason: !was ? 'arrived' : is ? 'changed' : (reasons.get(agreementId) ?? 'left'),
        contractValueFen: (is?.contractValueFen ?? 0) - (was?.contractValueFen ?? 0),
        technologyValueFen: (is?.technologyValueFen ?? 0) - (was?.technologyValueFen ?? 0),
        ...(is && { now: now as Omit<Contribution, 'agreementId'> }),
      },
    ];
  });
};

export const figuresOf = (all: Contributions): Figures => {
  const rows = [...all.values()];
  return {
    achievements: new Set(rows.flatMap((row) => row.achievementIds)).size,
    agreements: rows.length,
    contractValueFen: rows.reduce((sum, row) => addFen(sum, row.contractValueFen), 0),
    technologyValueFen: rows.reduce((sum, row) => addFen(sum, row.technologyValueFen), 0),
  };
};

/** after − before; distinct achievements make this more than the sum of the adjustments. */
export const difference = (before: Figures, after: Figures): Figures => ({
  achievements: after.achievements - before.achievements,
  agreements: after.agreements - before.agreements,
  contractValueFen: after.contractValueFen - before.contractValueFen,
  technologyValueFen: after.technologyValueFen - before.technologyValueFen,
});

interface Period {
  from: string;
  to: string;
}

/**
 * The published periods that a new one adjusts: those wholly before it, each day at most once, a
 * longer period rather than the shorter ones inside it.
 */
export const periodsToAdjust = <P extends Period>(published: P[], next: Period): P[] => {
  const earlier = published
    .filter((one) => one.to < next.from)
    .toSorted((a, b) => compare(a.from, b.from) || compare(b.to, a.to));
  const taken: P[] = [];
  for (const one of earlier) {
    const last = taken.at(-1);
    if (!last || last.to < one.from) taken.push(one);
  }
  return taken;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
