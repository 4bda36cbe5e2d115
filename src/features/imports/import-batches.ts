import type { SourceRow } from './row.ts';
import { SourceError } from './source.ts';

const mostRows = 200;
const mostSize = 2 * 1024 * 1024;

/** Rows in batches of bounded number and memory; what came before a broken place comes still. */
export async function* batches(rows: AsyncIterable<SourceRow>): AsyncGenerator<SourceRow[]> {
  let batch: SourceRow[] = [];
  let size = 0;
  let broken: SourceError | undefined;
  try {
    for await (const row of rows) {
      batch.push(row);
      size += row.size;
      if (batch.length < mostRows && size < mostSize) continue;
      yield batch;
      batch = [];
      size = 0;
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    broken = error;
  }
  if (batch.length > 0) yield batch;
  if (broken) throw broken;
}

/**
 * Does work for each item, some at a time; items of one key go one after the other, in order.
 * Stops taking up new items once the signal is aborted; the result of those is `undefined`.
 */
export async function eachByKey<T, R>(
  items: readonly T[],
  keyOf: (item: T) => string,
  atATime: number,
  signal: AbortSignal,
  work: (item: T) => Promise<R>,
): Promise<(R | undefined)[]> {
  const chains = new Map<string, number[]>();
  items.forEach((item, at) => {
    const key = keyOf(item);
    chains.set(key, [...(chains.get(key) ?? []), at]);
  });
  const queue = [...chains.values()];
  const results: (R | undefined)[] = items.map(() => undefined);
  async function lane() {
    for (let chain = queue.shift(); chain; chain = queue.shift()) {
      for (const at of chain) {
        if (signal.aborted) return;
        results[at] = await work(items[at]!);
      }
    }
  }
  await Promise.all(Array.from({ length: atATime }, lane));
  return results;
}
