import { decodeFields } from './bson-decode.ts';
import type { Collection } from './catalog.ts';
import type { IndexScan, Interval, Plan } from './plan-candidates.ts';
import { keysFor } from './records.ts';
import type { IndexRow, RecordRow, Store } from './storage.ts';

export interface ScanCounters {
  keys: number;
  docs: number;
}

const largestChunk = 256;
const comfortableBytes = 1024 * 1024;

/** Chunks start small and grow, but stay small where documents are large. */
function nextSize(size: number, rows: (IndexRow | RecordRow)[]): number {
  let bytes = 0;
  for (const row of rows) bytes += (row[row.length - 1] as Buffer).length;
  if (bytes > comfortableBytes) return Math.max(1, size >> 1);
  return Math.min(largestChunk, size * 2);
}

const step = Buffer.from([0]);

/**
 * Rows of some stretches in key order. Every chunk seeks behind the last key again, so that no
 * statement stays open between commands and writes in between do no harm.
 */
function* scanIntervals(
  store: Store,
  intervals: Interval[],
  backward: boolean,
  chunk: number,
  counters: ScanCounters,
): Generator<IndexRow> {
  const ordered = backward ? intervals.slice().reverse() : intervals;
  let size = chunk;
  for (let { low, high } of ordered) {
    for (;;) {
      const rows = store.scanKeys(low, high, backward, size);
      for (const row of rows) {
        counters.keys++;
        yield row;
      }
      if (rows.length < size) break;
      const last = rows[rows.length - 1]![0];
      if (backward) high = last;
      else low = Buffer.concat([last, step]);
      size = nextSize(size, rows);
    }
  }
}

/**
 * The same without reading keys. The key to go on from is worked out from the last document, which
 * is possible where each document has exactly one.
 */
function* scanSingleKeys(
  store: Store,
  scan: IndexScan,
  chunk: number,
  counters: ScanCounters,
): Generator<RecordRow> {
  const { intervals } = scan.groups[0]!;
  const ordered = scan.backward ? intervals.slice().reverse() : intervals;
  let size = chunk;
  for (let { low, high } of ordered) {
    for (;;) {
      const rows = store.scanByKeys(low, high, scan.backward, size);
      for (const row of rows) {
        counters.keys++;
        counters.docs++;
        yield row;
      }
      if (rows.length < size) break;
      const [record, raw] = rows[rows.length - 1]!;
      const [last] = keysFor(scan.index, decodeFields(raw, scan.index.roots), record).keys;
      if (scan.backward) high = last!;
      else low = Buffer.concat([last!, step]);
      size = nextSize(size, rows);
    }
  }
}

/** Merges the groups of equal prefixes by what follows the prefix. */
function* mergeGroups(
  store: Store,
  scan: IndexScan,
  chunk: number,
  counters: ScanCounters,
): Generator<IndexRow> {
  const heads: { rows: Generator<IndexRow>; row: IndexRow; rest: Buffer; prefix: number }[] = [];
  for (const { prefix, intervals } of scan.groups) {
    const rows = scanIntervals(store, intervals, scan.backward, chunk, counters);
    const first = rows.next();
    if (!first.done) {
      heads.push({ rows, row: first.value, rest: first.value[0].subarray(prefix), prefix });
    }
  }
  while (heads.length > 0) {
    let best = 0;
    for (let i = 1; i < heads.length; i++) {
      const order = Buffer.compare(heads[i]!.rest, heads[best]!.rest);
      if (scan.backward ? order > 0 : order < 0) best = i;
    }
    const head = heads[best]!;
    yield head.row;
    const next = head.rows.next();
    if (next.done) heads.splice(best, 1);
    else {
      head.row = next.value;
      head.rest = next.value[0].subarray(head.prefix);
    }
  }
}

function* scanIndex(
  store: Store,
  scan: IndexScan,
  chunk: number,
  counters: ScanCounters,
  seen: Set<number> | undefined,
): Generator<RecordRow> {
  const rows =
    scan.groups.length === 1
      ? scanIntervals(store, scan.groups[0]!.intervals, scan.backward, chunk, counters)
      : mergeGroups(store, scan, Math.max(2, Math.ceil(chunk / scan.groups.length)), counters);
  for (const [, record, doc] of rows) {
    if (seen) {
      if (seen.has(record)) continue;
      seen.add(record);
    }
    counters.docs++;
    yield [record, doc];
  }
}

function* scanCollection(
  store: Store,
  collection: Collection,
  backward: boolean,
  chunk: number,
  counters: ScanCounters,
): Generator<RecordRow> {
  let { low, high } = collection;
  let size = chunk;
  for (;;) {
    const rows = store.scanRecords(low, high, backward, size);
    for (const row of rows) {
      counters.docs++;
      yield row;
    }
    if (rows.length < size) return;
    const last = rows[rows.length - 1]![0];
    if (backward) high = last;
    else low = last + 1;
    size = nextSize(size, rows);
  }
}

/** Streams the candidates of a plan, each document once; `chunk` is how many are likely wanted. */
export function* scanPlan(
  store: Store,
  collection: Collection,
  plan: Plan,
  chunk: number,
  counters: ScanCounters = { keys: 0, docs: 0 },
): Generator<RecordRow> {
  const first = Math.max(1, Math.min(largestChunk, chunk));
  if (plan.kind === 'collection') {
    yield* scanCollection(store, collection, plan.backward, first, counters);
  } else if (plan.kind === 'index') {
    const multikey = plan.index.multikey.some(Boolean);
    if (!multikey && plan.groups.length === 1) {
      yield* scanSingleKeys(store, plan, first, counters);
      return;
    }
    const seen = multikey ? new Set<number>() : undefined;
    yield* scanIndex(store, plan, first, counters, seen);
  } else {
    const seen = new Set<number>();
    for (const part of plan.plans) yield* scanIndex(store, part, first, counters, seen);
  }
}
