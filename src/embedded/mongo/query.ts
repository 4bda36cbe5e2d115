import { type Doc, decodeDocument } from './bson-decode.ts';
import { encodeDocument } from './bson-encode.ts';
import type { Collection } from './catalog.ts';
import { type CollationSpec, isSimple } from './collation.ts';
import type { Engine } from './engine.ts';
import { CommandError } from './errors.ts';
import { encodeIndexKey } from './key-encoding.ts';
import { compileFilter } from './match.ts';
import type { Plan } from './plan-candidates.ts';
import { planQuery } from './planner.ts';
import { compileProjection } from './projection.ts';
import { type ScanCounters, scanPlan } from './scan.ts';
import { createSorter, type SortSpec } from './sort.ts';
import { bsonType } from './values.ts';

export interface Query {
  filter: Doc;
  sort: SortSpec;
  skip: number;
  /** 0 means no limit. */
  limit: number;
  projection?: unknown;
  collation?: CollationSpec | undefined;
  variables?: Doc | undefined;
  hint?: unknown;
  maxTimeMs?: number;
}

export interface Found {
  record: number;
  raw: Buffer;
  doc: Doc | undefined;
}

export const everything: Query = { filter: {}, sort: [], skip: 0, limit: 0 };

/** The one document that `{ _id: x }` can mean, without planning; false where the filter is not that. */
function byId(engine: Engine, collection: Collection, query: Query): Found | undefined | false {
  const { filter } = query;
  if (!('_id' in filter)) return false;
  const id = filter._id;
  const simple = typeof id === 'string' || bsonType(id) === 'ObjectId' || typeof id === 'number';
  if (!simple || Object.keys(filter).length !== 1 || !isSimple(query.collation)) return false;
  const index = collection.indexes[0]!;
  const row = engine.store.findByKey(encodeIndexKey(index.id, [id], index.descending, undefined));
  return row && { record: row[0], raw: row[1], doc: undefined };
}

export function planFor(engine: Engine, collection: Collection, query: Query): Plan {
  const limit = query.limit ? query.limit + query.skip : undefined;
  return planQuery(collection, {
    filter: query.filter,
    sort: query.sort,
    ...(limit === undefined ? {} : { limit }),
    collation: query.collation,
    hint: query.hint,
    probe: engine.store.countKeys,
  });
}

/** A watch that throws once `maxTimeMS` has passed; looked at every hundred rows. */
function stopwatch(maxTimeMs: number | undefined): () => void {
  if (!maxTimeMs) return () => {};
  const deadline = Date.now() + maxTimeMs;
  let rows = 0;
  return () => {
    if (++rows % 100 === 0 && Date.now() > deadline) {
      throw new CommandError('MaxTimeMSExpired', 'operation exceeded time limit');
    }
  };
}

/** Matching documents in scan order, rechecked; `doc` is decoded only where the filter needed it. */
function* matching(
  engine: Engine,
  collection: Collection,
  query: Query,
  plan: Plan,
  counters: ScanCounters | undefined,
  ordered: boolean,
): Generator<Found> {
  const test = compileFilter(query.filter, query);
  const all = Object.keys(query.filter).length === 0;
  const tick = stopwatch(query.maxTimeMs);
  const chunk = ordered && query.limit ? query.limit + query.skip : 32;
  for (const [record, raw] of scanPlan(engine.store, collection, plan, chunk, counters)) {
    tick();
    if (all) yield { record, raw, doc: undefined };
    else {
      const doc = decodeDocument(raw);
      if (test(doc)) yield { record, raw, doc };
    }
  }
}

function* sorted(
  engine: Engine,
  collection: Collection,
  query: Query,
  source: Iterable<Found>,
): Generator<Found> {
  const limit = query.limit ? query.limit + query.skip : 0;
  const sorter = createSorter<number>(query.sort, query.collation, limit);
  for (const found of source) sorter.add(found.doc ?? decodeDocument(found.raw), found.record);
  const test = compileFilter(query.filter, query);
  // Only record ids are held, so a document is read again; it may have gone or changed meanwhile.
  for (const record of sorter.finish()) {
    const raw = record < collection.high ? engine.store.getRecord(record) : undefined;
    if (!raw) continue;
    const doc = decodeDocument(raw);
    if (test(doc)) yield { record, raw, doc };
  }
}

/** The documents of a query: filtered, sorted, skipped and limited, read as they are asked for. */
export function* findRecords(
  engine: Engine,
  collection: Collection,
  query: Query,
  counters?: ScanCounters,
): Generator<Found> {
  const direct = byId(engine, collection, query);
  if (direct !== false) {
    if (counters && direct) {
      counters.keys++;
      counters.docs++;
    }
    if (direct && query.skip === 0) yield direct;
    return;
  }
  const plan = planFor(engine, collection, query);
  let source: Iterable<Found> = matching(engine, collection, query, plan, counters, plan.sorted);
  if (!plan.sorted && query.sort.length > 0) source = sorted(engine, collection, query, source);
  let skip = query.skip;
  let left = query.limit || Number.POSITIVE_INFINITY;
  for (const found of source) {
    if (skip > 0) {
      skip--;
      continue;
    }
    yield found;
    if (--left === 0) return;
  }
}

/** The same documents as BSON, with the projection applied. */
export function* findRaw(engine: Engine, collection: Collection, query: Query): Generator<Buffer> {
  const project = compileProjection(query.projection, query.filter);
  for (const { raw, doc } of findRecords(engine, collection, query)) {
    yield project ? encodeDocument(project(doc ?? decodeDocument(raw))) : raw;
  }
}
