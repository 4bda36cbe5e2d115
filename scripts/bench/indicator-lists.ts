import type { Indicator } from '../../src/features/matching/indicators.ts';
import { nameOf } from '../../src/features/matching/properties.ts';
import { type RankerModel, rank } from '../../src/features/matching/ranker.ts';
import { ndcg } from '../../src/features/matching/retrieval-measures.ts';
import type { Satisfaction } from '../../src/vocabulary.ts';
import type { TestCollection } from './matching-data.ts';
import type { OfflineNeed } from './offline-matching.ts';

/** Indicators that the first five and ten of each list leave unmet or meet, summed over the needs. */
export function measureUnmet(
  needs: readonly OfflineNeed[],
  judgments: TestCollection['judgments'],
  model: RankerModel,
) {
  const counts = { unmet5: 0, met5: 0, unmet10: 0, met10: 0 };
  let gain = 0;
  for (const { id, ranking, candidates } of needs) {
    const ranked = rank(ranking, candidates, model);
    const count = (depth: number, state: Satisfaction) =>
      ranked
        .slice(0, depth)
        .flatMap(({ checks }) => checks)
        .filter(({ satisfaction }) => satisfaction === state).length;
    counts.unmet5 += count(5, 'unmet');
    counts.met5 += count(5, 'met');
    counts.unmet10 += count(10, 'unmet');
    counts.met10 += count(10, 'met');
    gain += ndcg(
      ranked.map(({ candidate }) => candidate.id),
      judgments.get(id) ?? new Map(),
    );
  }
  return { ...counts, ndcg: gain / needs.length };
}

/**
 * A stress, not a need: of each need's first five, the first that states a property with a better
 * and a worse is asked for twice as good as it is, so that it must fail.
 */
export function askTooMuch(needs: readonly OfflineNeed[], model: RankerModel): OfflineNeed[] {
  return needs.flatMap((need) => {
    const first = rank(need.ranking, need.candidates, model).slice(0, 5);
    const stated = first
      .flatMap(({ candidate }) => candidate.quantities)
      .find(({ subject, past, change, value }) => {
        const direction = nameOf(subject).property?.direction ?? 0;
        return direction !== 0 && !past && change === undefined && value > 0;
      });
    if (stated === undefined) return [];
    const { subject: name, unit, value, upper } = stated;
    const more = nameOf(name).property!.direction > 0;
    const indicator: Indicator = {
      ...{ name, unit, relation: more ? '>=' : '<=' },
      value: more ? 2 * (upper ?? value) : value / 2,
    };
    return [{ ...need, ranking: { ...need.ranking, indicators: [indicator] } }];
  });
}
