export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** The value that a share of all values does not exceed. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!;
};

/**
 * What some work costs this process, in milliseconds of processor time: others on the same machine
 * lengthen the wait but not this.
 */
export async function cpuTime(work: () => unknown): Promise<number> {
  const begun = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

export interface Comparison {
  what: string;
  /** What the ratio must be, such as `>= 0.5`. */
  bound: string;
  ratio: number;
  ours: number;
  theirs: number;
  unit: string;
}

/**
 * Measures two sides in turn, A B A B …, after one round that is not counted, and takes the median
 * of the pairs' ratios: a machine that slows down slows both sides of a pair.
 */
export async function compare(
  what: string,
  bound: string,
  unit: string,
  rounds: number,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<Comparison> {
  await ours();
  await theirs();
  const a: number[] = [];
  const b: number[] = [];
  for (let round = 0; round < rounds; round++) {
    a.push(await ours());
    b.push(await theirs());
  }
  const ratio = median(a.map((value, i) => value / b[i]!));
  return { what, bound, unit, ratio, ours: median(a), theirs: median(b) };
}

export function print(rows: readonly Comparison[]): void {
  for (const { what, bound, ratio, ours, theirs, unit } of rows) {
    const [sign, limit] = bound.split(' ') as [string, string];
    const holds = sign === '>=' ? ratio >= Number(limit) : ratio <= Number(limit);
    console.log(
      `${holds ? 'ok  ' : 'MISS'} ${what}: ratio ${ratio.toFixed(2)} (${bound})  ${ours.toFixed(1)} / ${theirs.toFixed(1)} ${unit}`,
    );
  }
}
