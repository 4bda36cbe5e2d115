import type { Doc } from './bson-decode.ts';
import type { Catalog, Collection, Index } from './catalog.ts';
import { CommandError } from './errors.ts';
import { extractKeys } from './index-keys.ts';
import { encodeIndexKey } from './key-encoding.ts';
import { shellText } from './shell-text.ts';
import type { Store } from './storage.ts';

const maxDocumentBytes = 16 * 1024 * 1024;

/** A document that is ready to be stored. */
export interface PreparedInsert {
  record: number;
  raw: Buffer;
  keys: IndexKeys[];
}

interface IndexKeys {
  index: Index;
  keys: Buffer[];
  tuples: unknown[][];
}

/** The rows that a document has in an index; none where the index leaves it out. */
export function keysFor(index: Index, doc: Doc, record: number): IndexKeys {
  const none = { index, keys: [], tuples: [] };
  if (!index.usable || (index.partialMatch && !index.partialMatch(doc))) return none;
  const extracted = extractKeys(doc, index.paths, index.parts);
  if (index.sparse && !extracted.present) return none;
  for (let i = 0; i < index.multikey.length; i++) {
    if (extracted.multikey[i] && !index.multikey[i]) index.multikey[i] = pendingMultikey(index);
  }
  const tuples = index.fold
    ? extracted.tuples.map((tuple) => tuple.map(index.fold!))
    : extracted.tuples;
  const own = index.unique ? undefined : record;
  if (tuples.length === 1) {
    return { index, keys: [encodeIndexKey(index.id, tuples[0]!, index.descending, own)], tuples };
  }
  const distinct = new Map<string, [Buffer, unknown[]]>();
  for (const tuple of tuples) {
    const key = encodeIndexKey(index.id, tuple, index.descending, own);
    distinct.set(key.toString('latin1'), [key, tuple]);
  }
  const rows = [...distinct.values()];
  return { index, keys: rows.map((row) => row[0]), tuples: rows.map((row) => row[1]) };
}

const unsaved = new Set<Index>();

function pendingMultikey(index: Index): true {
  unsaved.add(index);
  return true;
}

/** Writes "this index has arrays in it" for indexes that learnt so since the last call. */
function saveMultikey(catalog: Catalog): void {
  if (unsaved.size === 0) return;
  for (const index of unsaved) catalog.saveIndex(index);
  unsaved.clear();
}

function duplicate(collection: Collection, index: Index, tuple: unknown[]): CommandError {
  const keyValue = Object.fromEntries(index.paths.map((path, i) => [path, tuple[i] ?? null]));
  const shown = index.paths.map((path) => `${path}: ${shellText(keyValue[path])}`).join(', ');
  return new CommandError(
    'DuplicateKey',
    `E11000 duplicate key error collection: ${collection.ns} index: ${index.name} dup key: { ${shown} }`,
    { keyPattern: index.spec.key, keyValue },
  );
}

export type Records = ReturnType<typeof createRecords>;

/** Documents and their index rows, always changed together and inside the group's transaction. */
export function createRecords(store: Store, catalog: Catalog) {
  /** Adds the keys of all unique indexes; a conflict takes back what was added and throws. */
  function addKeys(collection: Collection, all: IndexKeys[], record: number): void {
    const added: Buffer[] = [];
    for (const { index, keys, tuples } of all) {
      for (let i = 0; i < keys.length; i++) {
        if (store.addKey(keys[i]!, record)) added.push(keys[i]!);
        else {
          for (const key of added) store.dropKey(key);
          throw duplicate(collection, index, tuples[i]!);
        }
      }
    }
  }

  function uniqueFirst(indexes: Index[]): Index[] {
    return indexes.length < 2
      ? indexes
      : [...indexes.filter((i) => i.unique), ...indexes.filter((i) => !i.unique)];
  }

  function checkSize(raw: Buffer): void {
    if (raw.length <= maxDocumentBytes) return;
    throw new CommandError(
      'BSONObjectTooLarge',
      `BSONObj size: ${raw.length} is invalid. Size must be between 0 and ${maxDocumentBytes}(16MB)`,
    );
  }

  /** Undoes the keys of a failed bulk: only rows that point to these very records. */
  function dropBulk(entries: PreparedInsert[]): void {
    for (const { keys, record } of entries) {
      for (const { keys: own } of keys) for (const key of own) store.dropKeyOf(key, record);
    }
  }

  return {
    /** Works out what storing a document would write; throws where it cannot be indexed. */
    prepare(collection: Collection, doc: Doc, raw: Buffer): PreparedInsert {
      checkSize(raw);
      const record = catalog.nextRecord(collection);
      const keys = uniqueFirst(collection.indexes).map((index) => keysFor(index, doc, record));
      return { record, raw, keys };
    },

    /** Stores prepared documents together; false, with nothing stored, where a key is taken. */
    insertPrepared(collection: Collection, entries: PreparedInsert[]): boolean {
      const pairs: unknown[] = [];
      for (const { keys, record } of entries) {
        for (const { keys: own } of keys) for (const key of own) pairs.push(key, record);
      }
      if (store.addKeys(pairs) * 2 < pairs.length) {
        dropBulk(entries);
        return false;
      }
      store.addRecords(entries.flatMap(({ record, raw }) => [record, raw]));
      saveMultikey(catalog);
      if (collection.count !== undefined) collection.count += entries.length;
      return true;
    },

    insert(collection: Collection, doc: Doc, raw: Buffer): number {
      checkSize(raw);
      const record = catalog.nextRecord(collection);
      const keys = uniqueFirst(collection.indexes).map((index) => keysFor(index, doc, record));
      addKeys(collection, keys, record);
      store.addRecord(record, raw);
      saveMultikey(catalog);
      if (collection.count !== undefined) collection.count++;
      return record;
    },

    /** `touched` are the top-level fields that can differ; indexes on others are left alone. */
    replace(
      collection: Collection,
      record: number,
      before: Doc,
      after: Doc,
      raw: Buffer,
      touched?: Set<string>,
    ): void {
      checkSize(raw);
      const fresh: IndexKeys[] = [];
      const stale: Buffer[] = [];
      for (const index of uniqueFirst(collection.indexes)) {
        if (touched && ![...index.roots].some((root) => touched.has(root))) continue;
        const old = keysFor(index, before, record);
        const now = keysFor(index, after, record);
        const kept = (key: Buffer, among: Buffer[]) => among.some((other) => other.equals(key));
        const added = now.keys.map((key) => !kept(key, old.keys));
        stale.push(...old.keys.filter((key) => !kept(key, now.keys)));
        fresh.push({
          index,
          keys: now.keys.filter((_, i) => added[i]),
          tuples: now.tuples.filter((_, i) => added[i]),
        });
      }
      addKeys(collection, fresh, record);
      for (const key of stale) store.dropKey(key);
      store.setRecord(record, raw);
      saveMultikey(catalog);
    },

    remove(collection: Collection, record: number, doc: Doc): void {
      for (const index of collection.indexes) {
        for (const key of keysFor(index, doc, record).keys) store.dropKey(key);
      }
      store.dropRecord(record);
      if (collection.count !== undefined) collection.count--;
    },

    /** Fills a new index from the documents that exist; throws at the first conflict. */
    fill(collection: Collection, index: Index, decode: (raw: Buffer) => Doc): void {
      let from = collection.low;
      for (;;) {
        const rows = store.scanRecords(from, collection.high, false, 200);
        for (const [record, raw] of rows) {
          addKeys(collection, [keysFor(index, decode(raw), record)], record);
        }
        if (rows.length < 200) break;
        from = rows[rows.length - 1]![0] + 1;
      }
      saveMultikey(catalog);
    },
  };
}
