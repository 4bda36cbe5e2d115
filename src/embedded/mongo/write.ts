import type { Doc } from './bson-decode.ts';
import { decodeDocument, decodeFields, startsWithId } from './bson-decode.ts';
import { encodeDocument, withIdFirst } from './bson-encode.ts';
import { type Collection, indexedRoots } from './catalog.ts';
import type { Engine } from './engine.ts';
import { CommandError } from './errors.ts';
import { type Found, findRecords, type Query } from './query.ts';
import type { PreparedInsert } from './records.ts';
import { typeName } from './type-names.ts';
import type { Update } from './update.ts';
import { upsertDocument } from './upsert.ts';
import { isDoc, rank, rankOf, toNumber } from './values.ts';

function checkId(id: unknown): void {
  const type = rankOf(id);
  if (type === rank.array || type === rank.regex || type === rank.undefined) {
    throw new CommandError('InvalidIdField', `The '_id' value cannot be of type ${typeName(id)}`);
  }
  if (isDoc(id) && Object.keys(id)[0]?.startsWith('$')) {
    throw new CommandError(
      'DollarPrefixedFieldName',
      `_id fields may not contain '$'-prefixed fields: ${Object.keys(id)[0]} is not valid for storage.`,
    );
  }
}

function checkValid(collection: Collection, doc: Doc, bypass: boolean): void {
  if (!collection.validate || bypass || collection.options.validationAction === 'warn') return;
  if (collection.options.validationLevel === 'off' || collection.validate(doc)) return;
  throw new CommandError('DocumentValidationFailure', 'Document failed validation', {
    errInfo: { failingDocumentId: doc._id },
  });
}

/** Drops the oldest documents of a capped collection until it fits again. */
function trimCapped(engine: Engine, collection: Collection): void {
  if (!collection.options.capped) return;
  const max = collection.options.max === undefined ? 0 : toNumber(collection.options.max);
  const size = toNumber(collection.options.size ?? 0);
  const { bytes } = engine.store.countRecords(collection.low, collection.high);
  let excess = Math.max(0, bytes - Math.max(size, 4096));
  while ((max > 0 && engine.catalog.count(collection) > max) || excess > 0) {
    const [oldest] = engine.store.scanRecords(collection.low, collection.high, false, 1);
    if (!oldest) return;
    engine.records.remove(collection, oldest[0], decodeDocument(oldest[1]));
    excess -= oldest[1].length;
  }
}

/** What of an encoded document has to be known before it is stored, and its bytes with `_id` first. */
function opened(collection: Collection, raw: Buffer): { doc: Doc; raw: Buffer } {
  if (!startsWithId(raw)) {
    const doc = withIdFirst(decodeDocument(raw));
    return { doc, raw: encodeDocument(doc) };
  }
  return {
    doc: collection.validate ? decodeDocument(raw) : decodeFields(raw, indexedRoots(collection)),
    raw,
  };
}

/** Stores one document as it came. */
export function insertOne(
  engine: Engine,
  collection: Collection,
  raw: Buffer,
  bypass = false,
): void {
  const { doc, raw: bytes } = opened(collection, raw);
  insertDoc(engine, collection, doc, bytes, bypass);
}

/** Stores as many of these documents as possible in one go; 0 means: try them one by one. */
export function insertRun(
  engine: Engine,
  collection: Collection,
  raws: Buffer[],
  bypass: boolean,
): number {
  if (collection.options.capped) return 0;
  const entries: PreparedInsert[] = [];
  for (const raw of raws) {
    try {
      const { doc, raw: bytes } = opened(collection, raw);
      checkId(doc._id);
      checkValid(collection, doc, bypass);
      entries.push(engine.records.prepare(collection, doc, bytes));
    } catch {
      // What is wrong comes out again when the document is stored by itself.
      break;
    }
  }
  return entries.length > 1 && engine.records.insertPrepared(collection, entries)
    ? entries.length
    : 0;
}

function insertDoc(
  engine: Engine,
  collection: Collection,
  doc: Doc,
  raw: Buffer,
  bypass = false,
): Doc {
  checkId(doc._id);
  checkValid(collection, doc, bypass);
  engine.records.insert(collection, doc, raw);
  trimCapped(engine, collection);
  return doc;
}

export interface Changed {
  before: Doc;
  after: Doc;
  changed: boolean;
}

/** Applies an update to one found document and stores it if any byte differs. */
export function updateFound(
  engine: Engine,
  collection: Collection,
  found: Found,
  update: Update,
  bypass = false,
): Changed {
  const before = decodeDocument(found.raw);
  const after = update(before, false);
  const raw = encodeDocument(after);
  if (raw.equals(found.raw)) return { before, after, changed: false };
  checkValid(collection, after, bypass);
  engine.records.replace(collection, found.record, before, after, raw, update.touched);
  return { before, after, changed: true };
}

export function insertUpsert(
  engine: Engine,
  collection: Collection,
  filter: Doc,
  update: Update,
  bypass = false,
): Doc {
  const doc = upsertDocument(filter, update);
  return insertDoc(engine, collection, doc, encodeDocument(doc), bypass);
}

/**
 * The documents that a write will touch, found before the first is changed: a change that moves a
 * document inside the index being read must not bring it up twice.
 */
export function targets(engine: Engine, collection: Collection, query: Query): Found[] {
  if (query.limit === 1) {
    for (const found of findRecords(engine, collection, query)) return [found];
    return [];
  }
  return [...findRecords(engine, collection, query)];
}
