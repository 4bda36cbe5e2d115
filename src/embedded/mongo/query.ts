import { type Doc, decodeDocument, decodeFields } from './bson-decode.ts';
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
import { decodeRoots, filterRoots } from './roots.ts';
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
}

export const everything: Query = { filter: {}, sort: [], skip: 0, limit: 0 };

/** The one document that a filter with `_id: x` can mean, without planning; false where it is not that. */
function byId(engine: Engine, collection: Collection, query: Query): Found | undefined | false {
  const { filter } = query;
  if (!Object.hasOwn(filter, '_id')) return false;
  const id = filter._id;
  const simple = typeof id === 'string' || bsonType(id) === 'ObjectId' || typeof id === 'number';
  if (!simple || !isSimple(query.collation) || query.hint !== undefined) return false;
  const index = collection.indexes[0]!;
  const row = engine.store.findByKey(encodeIndexKey(index.id, [id], index.descending, undefined));
  if (!row) return undefined;
  const found = { record: row[0], raw: row[1] };
  if (Object.keys(filter).length === 1) return found;
  const fits = compileFilter(filter, query)(decodeRoots(found.raw, filterRoots(filter)));
  return fits ? found : undefined;
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

/** Matching documents in scan order, rechecked on the fields that the filter names. */
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
  const roots = filterRoots(query.filter);
  const tick = stopwatch(query.maxTimeMs);
  const chunk = ordered && query.limit ? query.limit + query.skip : 32;
  for (const [record, raw] of scanPlan(engine.store, collection, plan, chunk, counters)) {
    tick();
    if (all || test(decodeRoots(raw, roots))) yield { record, raw };
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
  const sortRoots = new Set(query.sort.map(([path]) => path.split('.')[0]!));
  for (const { raw, record } of source) sorter.add(decodeFields(raw, sortRoots), record);
  const test = compileFilter(query.filter, query);
  const roots = filterRoots(query.filter);
  // Only record ids are held, so a document is read again; it may have gone or changed meanwhile.
  for (const record of sorter.finish()) {
    const raw = record < collection.high ? engine.store.getRecord(record) : undefined;
    if (!raw) continue;
    if (test(decodeRoots(raw, roots))) yield { record, raw };
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
  for (const { raw } of findRecords(engine, collection, query)) {
    yield project ? encodeDocument(project(decodeDocument(raw))) : raw;
  }
}
