import { decodeDocument } from './bson-decode.ts';
import type { Collection, Index } from './catalog.ts';
import { abandonGroup, commitGroup, type Engine } from './engine.ts';
import { everything, findRecords } from './query.ts';
import type { Log } from './server.ts';

const perSweep = 5000;

function expire(engine: Engine, collection: Collection, index: Index, now: number): number {
  const path = index.paths[0]!;
  const before = new Date(now - index.expireAfterSeconds! * 1000);
  const filter = { [path]: { $lte: before } };
  const query = { ...everything, filter, limit: perSweep };
  const old = [...findRecords(engine, collection, query)];
  for (const { record, raw } of old) {
    engine.records.remove(collection, record, decodeDocument(raw));
  }
  return old.length;
}

/** Removes expired documents of all TTL indexes once. */
function sweepExpired(engine: Engine, now = Date.now()): number {
  let removed = 0;
  for (const collections of engine.catalog.databases.values()) {
    for (const collection of collections.values()) {
      for (const index of collection.indexes) {
        if (index.expireAfterSeconds !== undefined && index.paths.length === 1) {
          removed += expire(engine, collection, index, now);
        }
      }
    }
  }
  return removed;
}

/** Sweeps expired documents and idle cursors at the interval that `ttlMonitorSleepSecs` sets. */
export function startTtl(engine: Engine, log: Log): { stop(): void } {
  let last = Date.now();
  const timer = setInterval(() => {
    if (Date.now() - last < engine.ttlSeconds * 1000) return;
    last = Date.now();
    engine.cursors.sweep();
    try {
      sweepExpired(engine);
      commitGroup(engine);
    } catch (error) {
      abandonGroup(engine);
      log('error', `the TTL sweep failed: ${(error as Error).message}`);
    }
  }, 500);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
