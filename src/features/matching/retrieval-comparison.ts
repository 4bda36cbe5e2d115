/** Whether one way of ranking is better than another, from a measure's value for each need. */

export type Gain = { mean: number; low: number; high: number };

/** Mean difference over the same needs, with the middle 95 % of what drawing them again gives. */
export function pairedBootstrap(
  values: readonly number[],
  baseline: readonly number[],
  samples = 10_000,
): Gain {
  const differences = values.map((value, i) => value - baseline[i]!);
  const random = seeded(1);
  const means = Array.from({ length: samples }, () => {
    let sum = 0;
    for (let i = 0; i < differences.length; i += 1) {
      sum += differences[Math.floor(random() * differences.length)]!;
    }
    return sum / differences.length;
  }).sort((a, b) => a - b);
  const at = (share: number) => means[Math.min(samples - 1, Math.floor(share * samples))]!;
  return { mean: meanOf(differences), low: at(0.025), high: at(0.975) };
}

/**
 * What a constant chosen on other needs gives: for each need the value under the setting that was
 * best on the other folds, averaged over several ways of dealing the needs out. `settings` has the
 * measure's values for each setting tried.
 */
export function crossValidated(
  settings: readonly (readonly number[])[],
  folds = 6,
  rounds = 20,
): number[] {
  const needs = settings[0]!.length;
  const sums = new Array<number>(needs).fill(0);
  const random = seeded(2);
  for (let round = 0; round < rounds; round += 1) {
    const order = shuffled(needs, random);
    for (let fold = 0; fold < folds; fold += 1) {
      const held = order.filter((_, i) => i % folds === fold);
      const rest = order.filter((_, i) => i % folds !== fold);
      const best = settings.reduce((a, b) =>
        meanOf(rest.map((i) => b[i]!)) > meanOf(rest.map((i) => a[i]!)) ? b : a,
      );
      for (const need of held) sums[need]! += best[need]! / rounds;
    }
  }
  return sums;
}

export const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function shuffled(length: number, random: () => number): number[] {
  const order = Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i -= 1) {
    const other = Math.floor(random() * (i + 1));
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  return order;
}

/** The same figures every time: a linear congruential generator is enough to draw needs by. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
