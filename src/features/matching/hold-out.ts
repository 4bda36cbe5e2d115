import type { Example } from './decision-labels.ts';
import {
  fitWeights,
  groupedByNeed,
  lossOf,
  type Pair,
  pairsOf,
  slopeOf,
  sumOf,
  type Weights,
} from './fit-ranker.ts';

const folds = 5;
const resamples = 1000;
/** Needs with both a shortlisted and a refused capability; below it nothing can be compared. */
const fewestNeeds = 10;

export type HoldOut = {
  needs: number;
  pairs: number;
  /** Share of the held-out pairs in the right order, and the mean surprise at them. */
  before: { order: number; loss: number };
  after: { order: number; loss: number };
  /** Mean gain in loss over the needs, and what 19 of 20 resamplings of the needs exceed. */
  gain: number;
  gainLow: number;
};

/**
 * Every decision is held out once: weights are fitted without a fifth of the needs and tried on
 * it, beside those before. `undefined` when too few needs can tell.
 */
export async function holdOut(
  examples: readonly Example[],
  before: Weights,
  fit: typeof fitWeights = fitWeights,
): Promise<HoldOut | undefined> {
  const rows: { weight: number; gain: number; before: Tally; after: Tally }[] = [];
  let pairCount = 0;
  for (let fold = 0; fold < folds; fold += 1) {
    const held = examples.filter(({ needId }) => foldOf(needId) === fold);
    const rest = examples.filter(({ needId }) => foldOf(needId) !== fold);
    const training = pairsOf(rest);
    if (training.length === 0) continue;
    const after = await fit(rest, before);
    const slopes = { before: slopeOf(training, before), after: slopeOf(training, after) };
    for (const pairs of groupedByNeed(pairsOf(held)).values()) {
      pairCount += pairs.length;
      const one = tally(pairs, before, slopes.before);
      const other = tally(pairs, after, slopes.after);
      const weight = pairs.reduce((sum, pair) => sum + pair.weight, 0);
      rows.push({ weight, gain: one.loss - other.loss, before: one, after: other });
    }
  }
  if (rows.length < fewestNeeds) return undefined;
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (of: (row: (typeof rows)[number]) => number) =>
    rows.reduce((sum, row) => sum + row.weight * of(row), 0) / total;
  return {
    needs: rows.length,
    pairs: pairCount,
    before: { order: mean((row) => row.before.order), loss: mean((row) => row.before.loss) },
    after: { order: mean((row) => row.after.order), loss: mean((row) => row.after.loss) },
    gain: mean(({ gain }) => gain),
    gainLow: lowOf(rows),
  };
}

/** Taken only when the gain is no accident of which needs there were. */
export const isBetter = (figures: HoldOut | undefined): boolean =>
  figures !== undefined && figures.gainLow > 0 && figures.after.order >= figures.before.order;

type Tally = { order: number; loss: number };

function tally(pairs: readonly Pair[], weights: Weights, slope: number): Tally {
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0);
  const order = pairs.reduce((sum, { difference, weight }) => {
    const margin = sumOf(weights, difference);
    return sum + weight * (margin > 0 ? 1 : margin === 0 ? 0.5 : 0);
  }, 0);
  return { order: order / total, loss: lossOf(pairs, weights, slope) };
}

/** The same need is always in the same fold, whoever asks (FNV-1a). */
export function foldOf(needId: string, count = folds): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < needId.length; i += 1) {
    hash = Math.imul(hash ^ needId.charCodeAt(i), 0x01000193) >>> 0;
  }
  return ((hash ^ (hash >>> 15)) >>> 0) % count;
}

/** The twentieth of the resampled mean gains; seeded, so that the same decisions say the same. */
function lowOf(rows: readonly { weight: number; gain: number }[]): number {
  const random = randomOf(rows.length);
  const means = Array.from({ length: resamples }, () => {
    let sum = 0;
    let total = 0;
    for (let i = 0; i < rows.length; i += 1) {
      const { weight, gain } = rows[Math.floor(random() * rows.length)]!;
      sum += weight * gain;
      total += weight;
    }
    return sum / total;
  }).sort((a, b) => a - b);
  return means[Math.floor(resamples / 20)]!;
}

/** A small generator with a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
