import { groupedByNeed } from '../../src/features/matching/fit-ranker.ts';
import { foldOf, randomOf } from '../../src/features/matching/hold-out.ts';
import { bandSum, type RankerModel, rank } from '../../src/features/matching/ranker.ts';
import type { TestCollection } from './matching-data.ts';
import type { OfflineNeed } from './offline-matching.ts';

const folds = 5;
const shown = 10;
/** What the bands promise: of strong ones more than half, of the next one in ten, are worth it. */
const promise = { strong: 0.6, worthACall: 0.12 };

type Shown = { needId: string; total: number; good: boolean };
type Limits = RankerModel['bands'];

/** Of each band, how many of the first ten are graded 2 or 3; the unjudged count as 0. */
export function printBands(
  needs: readonly OfflineNeed[],
  { judgments }: Pick<TestCollection, 'judgments'>,
  model: RankerModel,
): void {
  const rows = needs.flatMap(({ id: needId, ranking, candidates }): Shown[] =>
    rank(ranking, candidates, model)
      .slice(0, shown)
      .map(({ candidate, total, parts }) => {
        const good = (judgments.get(needId)?.get(candidate.id) ?? 0) >= 2;
        return { needId, total: bandSum({ total, meaning: parts.meaning }), good };
      }),
  );
  const chosen = limitsOf(rows);
  const text = ({ strong, worthACall }: Limits) =>
    `${strong.toFixed(2)} and ${worthACall.toFixed(2)}`;
  console.log(`\nbands: limits ${text(model.bands)} as shipped, ${text(chosen)} by the promise`);
  printTable('as shipped', rows, () => model.bands);
  const without = Array.from({ length: folds }, (_, fold) =>
    limitsOf(rows.filter(({ needId }) => foldOf(needId) !== fold)),
  );
  printTable('limits chosen without the need', rows, ({ needId }) => without[foldOf(needId)]!);
}

/** The lowest limits above which the promise holds, in hundredths. */
function limitsOf(rows: readonly Shown[]): Limits {
  const lowest = (share: number, below: number) => {
    let limit = below;
    for (let at = Math.round(below * 100); at >= 5; at -= 1) {
      const some = rows.filter(({ total }) => total >= at / 100 && total < below);
      if (some.length < 10) continue;
      if (some.filter(({ good }) => good).length / some.length >= share) limit = at / 100;
    }
    return limit;
  };
  const strong = lowest(promise.strong, 9);
  return { strong, worthACall: lowest(promise.worthACall, strong) };
}

function printTable(what: string, rows: readonly Shown[], limits: (row: Shown) => Limits): void {
  console.log(`${what}\nband           shown  graded ≥ 2  share  95 % interval`);
  const bandOf = (row: Shown) => {
    const { strong, worthACall } = limits(row);
    return row.total >= strong ? 'strong' : row.total >= worthACall ? 'worth a call' : 'weak';
  };
  for (const band of ['strong', 'worth a call', 'weak']) {
    const some = rows.filter((row) => bandOf(row) === band);
    const good = some.filter((row) => row.good).length;
    const { low, high } = intervalOf(some);
    const share = some.length === 0 ? 0 : good / some.length;
    console.log(
      `${band.padEnd(14)} ${String(some.length).padStart(5)}  ${String(good).padStart(10)}  ${share.toFixed(2).padStart(5)}  ${low.toFixed(2)}–${high.toFixed(2)}`,
    );
  }
}

/** 95 % interval of the share by resampling whole needs: matches of one need are no independent draws. */
function intervalOf(rows: readonly Shown[]): { low: number; high: number } {
  const needs = [...groupedByNeed(rows).values()];
  const random = randomOf(needs.length);
  const shares = Array.from({ length: 2000 }, () => {
    const some = needs.flatMap(() => needs[Math.floor(random() * needs.length)]!);
    return some.filter(({ good }) => good).length / some.length;
  }).sort((a, b) => a - b);
  return { low: shares[50] ?? 0, high: shares[1949] ?? 1 };
}
