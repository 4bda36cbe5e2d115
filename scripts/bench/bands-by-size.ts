import { randomOf } from '../../src/features/matching/hold-out.ts';
import { bandSum, type RankerModel, rank } from '../../src/features/matching/ranker.ts';
import type { TestCollection } from './matching-data.ts';
import { openOffline } from './offline-matching.ts';
import { shuffled } from './simulated-decisions.ts';

const sizes = [100, 300, 1000];
const draws = 4;
const shown = 10;

/** A district begins with few capabilities: what a band means among a part of the collection. */
export async function printBandsBySize(
  collection: TestCollection,
  { bands, ...model }: RankerModel,
): Promise<void> {
  console.log(`\nbands among some of the collection, ${draws} draws, a list's first ${shown}`);
  console.log('capabilities  strong a list  graded ≥ 2  worth a call a list  graded ≥ 2');
  for (const size of sizes) {
    const counts = { strong: { all: 0, good: 0 }, call: { all: 0, good: 0 }, lists: 0 };
    for (let draw = 0; draw < draws; draw += 1) {
      const some = shuffled(collection.capabilities, randomOf(size + draw)).slice(0, size);
      for (const need of await openOffline({ ...collection, capabilities: some })) {
        counts.lists += 1;
        const ranked = rank(need.ranking, need.candidates, { ...model, bands }).slice(0, shown);
        for (const { candidate, total, parts } of ranked) {
          const sum = bandSum({ total, meaning: parts.meaning });
          if (sum < bands.worthACall) continue;
          const count = sum >= bands.strong ? counts.strong : counts.call;
          count.all += 1;
          if ((collection.judgments.get(need.id)?.get(candidate.id) ?? 0) >= 2) count.good += 1;
        }
      }
    }
    const told = [counts.strong, counts.call].flatMap(({ all, good }) => [
      (all / counts.lists).toFixed(2).padStart(13),
      `${good} of ${all}`.padStart(12),
    ]);
    console.log(`${String(size).padStart(12)} ${told.join(' ')}`);
  }
}
