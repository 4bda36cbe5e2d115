// Measures indicators: precision and recall on the labelled pairs, and with the folder of a test
// collection what using them changes in the lists: npm run bench:indicators -- [folder]

import { rankerModel } from '../src/features/matching/ranker.ts';
import { measurePairs, readIndicatorPairs } from '../test/support/indicator-pairs.ts';
import { askTooMuch, measureUnmet } from './bench/indicator-lists.ts';
import { readCollection, type TestCollection } from './bench/matching-data.ts';
import { type OfflineNeed, openOffline } from './bench/offline-matching.ts';

async function main(): Promise<void> {
  for (const name of ['indicator-pairs', 'indicator-pairs-check', 'indicator-pairs-last']) {
    const pairs = await readIndicatorPairs(name);
    console.log(`\n${name}: ${pairs.length} pairs of our own making`);
    for (const { state, there, precision, recall } of measurePairs(pairs)) {
      const figures = `precision ${precision.toFixed(2)}  recall ${recall.toFixed(2)}`;
      console.log(`${state.padEnd(8)} ${String(there).padStart(3)}  ${figures}`);
    }
  }
  const folder = process.argv.slice(2).find((arg) => !arg.startsWith('-'));
  if (folder === undefined) return;
  const collection = await readCollection(folder);
  const offline = await openOffline(collection);
  const asking = offline.filter(({ ranking }) => ranking.indicators.length > 0);
  const asked = asking.reduce((sum, { ranking }) => sum + ranking.indicators.length, 0);
  console.log(
    `\n${offline.length} needs, ${asking.length} ask for ${asked} indicators in their text`,
  );
  printLists(offline, collection);
  const stressed = askTooMuch(offline, rankerModel);
  console.log(
    `\n${stressed.length} needs made to ask twice of what one of their first five states`,
  );
  printLists(stressed, collection);
}

function printLists(needs: readonly OfflineNeed[], { judgments }: TestCollection): void {
  console.log('weight  unmet in top 5  met in top 5  unmet in top 10  met in top 10  nDCG@10');
  for (const weight of [0, 0.06, 0.12, 0.24]) {
    const model = { ...rankerModel, weights: { ...rankerModel.weights, indicators: weight } };
    const { unmet5, met5, unmet10, met10, ndcg } = measureUnmet(needs, judgments, model);
    const cells = [unmet5, met5, unmet10, met10].map((count) => String(count).padStart(14));
    console.log(`${weight.toFixed(2).padEnd(6)}${cells.join('')}  ${ndcg.toFixed(3)}`);
  }
}

main().catch((error: Error) => {
  console.error(error.stack ?? error);
  process.exitCode = 1;
});
