import type { Catalog } from './catalog.ts';
import { createCatalog } from './catalog.ts';
import { type Cursors, createCursors } from './cursors.ts';
import { createRecords, type Records } from './records.ts';
import { type Fsync, openStore, type Store } from './storage.ts';

export interface Engine {
  store: Store;
  catalog: Catalog;
  records: Records;
  cursors: Cursors;
  dataDir: string;
  startedAt: number;
  /** Seconds between two TTL sweeps, changed by `setParameter`. */
  ttlSeconds: number;
}

export function openEngine(dataDir: string, fsync: Fsync): Engine {
  const store = openStore(dataDir, fsync);
  const catalog = createCatalog(store);
  return {
    store,
    catalog,
    records: createRecords(store, catalog),
    cursors: createCursors(),
    dataDir,
    startedAt: Date.now(),
    ttlSeconds: 60,
  };
}

/** Ends the transaction of a group of commands; after a failure memory is read anew from the file. */
export function commitGroup(engine: Engine): void {
  try {
    engine.store.commit();
  } catch (error) {
    abandonGroup(engine);
    throw error;
  }
}

export function abandonGroup(engine: Engine): void {
  engine.store.rollback();
  engine.cursors.closeAll();
  engine.catalog.load();
}
