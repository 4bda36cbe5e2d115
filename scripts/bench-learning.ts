// Shows on simulated decisions, drawn from a collection's judgments, what learning, probabilities
// and bands are worth: npm run bench:learning -- <folder>; EMBEDDINGS_URL shows the same with meaning.
import { calibrate } from '../src/features/matching/calibration.ts';
import { fitWeights, type Weights } from '../src/features/matching/fit-ranker.ts';
import { foldOf, holdOut, isBetter, randomOf } from '../src/features/matching/hold-out.ts';
import { type RankerModel, rank, rankerModel } from '../src/features/matching/ranker.ts';
import { ndcg, ndcgJudged } from '../src/features/matching/retrieval-measures.ts';
import { printBands } from './bench/band-meaning.ts';
import { printBandsBySize } from './bench/bands-by-size.ts';
import { readCollection, type TestCollection } from './bench/matching-data.ts';
import { embedderFromEnvironment } from './bench/matching-ladder.ts';
import { type OfflineNeed, openOffline } from './bench/offline-matching.ts';
import { shuffled, simulateDecisions } from './bench/simulated-decisions.ts';

const counts = [0, 25, 50, 100, 200, 300];
const seeds = 5;
const folds = 5;
const noise = 0.1;
/** A district whose words are another's: a ranker that looks at whole words and stages only. */
const poor: Weights = { ...rankerModel.weights, words: 4, bigrams: 0.2, characters: 0.2 };

type Collection = Pick<TestCollection, 'judgments'>;

async function main(): Promise<void> {
  const folder = process.argv.slice(2).find((arg) => !arg.startsWith('-'));
  if (folder === undefined) {
    throw new Error('Name the folder of the collection: npm run bench:learning -- <folder>');
  }
  const collection = await readCollection(folder);
  await printAll('by words', collection, await openOffline(collection));
  await printBandsBySize(collection, rankerModel);
  const embedder = embedderFromEnvironment();
  if (embedder) await printAll('with meaning', collection, await openOffline(collection, embedder));
}

async function printAll(
  name: string,
  collection: Collection,
  needs: readonly OfflineNeed[],
): Promise<void> {
  console.log(
    `\n${name.toUpperCase()}\nSimulated: ${needs.length} needs, one decision in ${1 / noise} turned round, `,
  );
  console.log(
    `${seeds} seeds, cross-validated by need in ${folds} folds; 0 decisions: as shipped.`,
  );
  await printCurve('from the shipped weights', rankerModel, needs, collection);
  const start = { ...rankerModel, version: 'poor', weights: poor };
  await printCurve('from poor weights (whole words only)', start, needs, collection);
  printReliability(needs, collection);
  printBands(needs, collection, rankerModel);
}

async function printCurve(
  what: string,
  start: RankerModel,
  needs: readonly OfflineNeed[],
  collection: Collection,
): Promise<void> {
  console.log(`\n${what}`);
  console.log('decisions  nDCG@10  judged only  when the hold-out agrees  taken');
  for (const count of counts) {
    const rows: Awaited<ReturnType<typeof oneFold>>[] = [];
    for (let seed = 1; seed <= seeds; seed += 1) {
      for (let fold = 0; fold < folds; fold += 1) {
        rows.push(await oneFold(start, needs, collection, count, seed, fold));
      }
    }
    const mean = (of: (row: (typeof rows)[number]) => number) =>
      rows.reduce((sum, row) => sum + row.needs * of(row), 0) /
      rows.reduce((sum, row) => sum + row.needs, 0);
    const cells = [mean((row) => row.always), mean((row) => row.judged), mean((row) => row.gated)];
    const taken = rows.filter((row) => row.taken).length;
    const [always, judged, gated] = cells.map((value) => value.toFixed(3));
    console.log(
      `${String(count).padStart(9)}    ${always}        ${judged}                     ${gated}  ${taken} of ${rows.length}`,
    );
  }
}

/** Learns from decisions about four fifths of the needs, and ranks the rest. */
async function oneFold(
  start: RankerModel,
  needs: readonly OfflineNeed[],
  { judgments }: Collection,
  count: number,
  seed: number,
  fold: number,
) {
  const random = randomOf(1000 * seed + fold);
  const others = shuffled(
    needs.filter(({ id }) => foldOf(id) !== fold),
    random,
  );
  const held = needs.filter(({ id }) => foldOf(id) === fold);
  const decisions = simulateDecisions(others, judgments, start, noise, random).slice(0, count);
  const learnt = count === 0 ? start.weights : await fitWeights(decisions, start.weights);
  const taken = count > 0 && isBetter(await holdOut(decisions, start.weights));
  const quality = (weights: Weights, of: typeof ndcg) =>
    held.reduce((sum, { id, ranking, candidates }) => {
      const ranked = rank(ranking, candidates, { ...start, weights });
      return (
        sum +
        of(
          ranked.map(({ candidate }) => candidate.id),
          judgments.get(id) ?? new Map(),
        )
      );
    }, 0) / held.length;
  return {
    needs: held.length,
    taken,
    always: quality(learnt, ndcg),
    judged: quality(learnt, ndcgJudged),
    gated: quality(taken ? learnt : start.weights, ndcg),
  };
}

function printReliability(needs: readonly OfflineNeed[], { judgments }: Collection): void {
  const decisions = simulateDecisions(needs, judgments, rankerModel, noise, randomOf(7));
  const calibration = calibrate(decisions);
  console.log(`\nprobability, from ${decisions.length} simulated decisions`);
  if (calibration === undefined) return;
  console.log('foretold   decisions  mean foretold  shortlisted');
  for (const { from, to, decisions: all, foretold, shortlisted } of calibration.reliability) {
    const share = (shortlisted / all).toFixed(2);
    console.log(
      `${from.toFixed(1)}–${to.toFixed(1)}  ${String(all).padStart(10)}  ${foretold.toFixed(2).padStart(13)}  ${share.padStart(11)}`,
    );
  }
  console.log(`Brier score ${calibration.brier.toFixed(3)} on held-out needs`);
}

main().catch((error: Error) => {
  console.error(error.stack ?? error);
  process.exitCode = 1;
});
