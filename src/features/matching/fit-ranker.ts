import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Example } from './decision-labels.ts';
import type { PartName, PartValues, RankerModel } from './ranker.ts';

/** How strongly the weights are held to those before, in decisions that would say the same. */
const strength = 15;
const sweeps = 30;
const pairsOfNeed = 400;
const steepest = 60;

/** Two decisions about one need, the shortlisted first; each need counts by its decisions. */
export type Pair = { needId: string; difference: PartValues; weight: number };

export function pairsOf(examples: readonly Example[]): Pair[] {
  const byNeed = groupedByNeed(examples);
  return [...byNeed].flatMap(([needId, some]) => {
    const taken = some.filter(({ shortlisted, weight }) => shortlisted && weight > 0);
    const left = some.filter(({ shortlisted, weight }) => !shortlisted && weight > 0);
    const pairs = taken.flatMap((one) =>
      left.map((other) => ({
        needId,
        difference: minus(one.values, other.values),
        weight: one.weight * other.weight,
      })),
    );
    const kept = pairs.slice(0, pairsOfNeed);
    const total = kept.reduce((sum, { weight }) => sum + weight, 0);
    const counts = Math.min(taken.length, left.length);
    return kept.map((pair) => ({ ...pair, weight: (pair.weight * counts) / total }));
  });
}

export function groupedByNeed<T extends { needId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.needId);
    if (group === undefined) groups.set(row.needId, [row]);
    else group.push(row);
  }
  return groups;
}

function minus(a: PartValues, b: PartValues): PartValues {
  const names = new Set([...Object.keys(a), ...Object.keys(b)] as PartName[]);
  return Object.fromEntries([...names].map((name) => [name, (a[name] ?? 0) - (b[name] ?? 0)]));
}

export type Weights = RankerModel['weights'];

export const sumOf = (weights: Weights, values: PartValues): number =>
  (Object.entries(values) as [PartName, number][]).reduce(
    (sum, [name, value]) => sum + weights[name] * value,
    0,
  );

/** How surely a difference in the sum decides: the slope that fits the pairs best. */
export function slopeOf(pairs: readonly Pair[], weights: Weights): number {
  let best = { slope: 1, loss: Number.POSITIVE_INFINITY };
  for (let slope = 1; slope <= steepest; slope *= 1.25) {
    const loss = lossOf(pairs, weights, slope);
    if (loss < best.loss) best = { slope, loss };
  }
  return best.slope;
}

/** Mean surprise at who was shortlisted, in nats a pair. */
export function lossOf(pairs: readonly Pair[], weights: Weights, slope: number): number {
  let loss = 0;
  let total = 0;
  for (const { difference, weight } of pairs) {
    loss += weight * Math.log1p(Math.exp(-slope * sumOf(weights, difference)));
    total += weight;
  }
  return total === 0 ? 0 : loss / total;
}

/**
 * Weights under which shortlisted pairs stand above refused ones of the same need: pairwise
 * logistic, no weight below 0, each held to the one before in proportion to how much its part
 * moves the sum, so that a few decisions change little.
 */
export async function fitWeights(examples: readonly Example[], before: Weights): Promise<Weights> {
  const pairs = pairsOf(examples);
  if (pairs.length === 0) return before;
  const slope = slopeOf(pairs, before);
  const weights = { ...before };
  const parts = learnable(pairs);
  const margins = pairs.map(({ difference }) => slope * sumOf(weights, difference));
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    let moved = 0;
    for (const { name, spread } of parts) {
      const held = strength * (slope * spread) ** 2;
      let gradient = held * (weights[name] - before[name]);
      let curvature = held;
      pairs.forEach(({ difference, weight }, at) => {
        const x = slope * (difference[name] ?? 0);
        const doubt = 1 / (1 + Math.exp(margins[at]!));
        gradient -= weight * doubt * x;
        curvature += weight * doubt * (1 - doubt) * x * x;
      });
      const next = Math.max(0, weights[name] - gradient / curvature);
      const step = next - weights[name];
      weights[name] = next;
      moved = Math.max(moved, Math.abs(step) * slope * spread);
      pairs.forEach(({ difference }, at) => {
        margins[at] = margins[at]! + slope * step * (difference[name] ?? 0);
      });
    }
    if (moved < 1e-4) break;
    await nextTurn();
  }
  return scaled(weights, before, examples);
}

/** Parts that differ within a need at all, with how much they do. */
function learnable(pairs: readonly Pair[]): { name: PartName; spread: number }[] {
  const names = new Set(pairs.flatMap(({ difference }) => Object.keys(difference) as PartName[]));
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0);
  return [...names].flatMap((name) => {
    const square = pairs.reduce(
      (sum, { difference, weight }) => sum + weight * (difference[name] ?? 0) ** 2,
      0,
    );
    return square > 0 ? [{ name, spread: Math.sqrt(square / total) }] : [];
  });
}

/** The order is the same at any size; bands are not, so the decided pairs' mean sum is kept. */
function scaled(weights: Weights, before: Weights, examples: readonly Example[]): Weights {
  const mean = (some: Weights) =>
    examples.reduce((sum, { values }) => sum + sumOf(some, values), 0);
  const now = mean(weights);
  if (now <= 0) return before;
  const factor = mean(before) / now;
  return Object.fromEntries(
    Object.entries(weights).map(([name, weight]) => [name, weight * factor]),
  ) as Weights;
}
