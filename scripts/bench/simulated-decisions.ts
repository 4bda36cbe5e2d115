import type { Example } from '../../src/features/matching/decision-labels.ts';
import { type RankerModel, rank } from '../../src/features/matching/ranker.ts';
import type { TestCollection } from './matching-data.ts';
import type { OfflineNeed } from './offline-matching.ts';

export type SimulatedDecision = Example & { total: number; capabilityId: string };

/** How far down its list a simulated broker looks. */
const depth = 20;

/**
 * What a broker with the assessor's eyes would decide: on the judged capabilities among the first
 * twenty of a need's list, shortlisted from grade 2 on; a share of the decisions is turned round.
 * Unjudged ones are not decided on, for nobody knows.
 */
export function simulateDecisions(
  needs: readonly OfflineNeed[],
  judgments: TestCollection['judgments'],
  model: RankerModel,
  noise: number,
  random: () => number,
): SimulatedDecision[] {
  return needs.flatMap(({ id: needId, ranking, candidates }) => {
    const graded = judgments.get(needId) ?? new Map<string, number>();
    return rank(ranking, candidates, model)
      .slice(0, depth)
      .filter(({ candidate }) => graded.has(candidate.id))
      .map(({ candidate, values, total }) => {
        const good = graded.get(candidate.id)! >= 2;
        const shortlisted = random() < noise ? !good : good;
        return { needId, values, shortlisted, weight: 1, total, capabilityId: candidate.id };
      });
  });
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const all = [...items];
  for (let i = all.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}
