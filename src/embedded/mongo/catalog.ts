import { type Doc, decodeDocument } from './bson-decode.ts';
import { encodeDocument } from './bson-encode.ts';
import { type CollationSpec, collationFolder } from './collation.ts';
import { CommandError } from './errors.ts';
import { indexPrefix } from './key-encoding.ts';
import { compileFilter, type Predicate } from './match.ts';
import { filterRoots } from './roots.ts';
import type { Store } from './storage.ts';
import { toNumber, truthy } from './values.ts';

/** Records of one collection occupy one block of 2^32 ids, so that a collection is a range of rows. */
const block = 0x100000000;

export interface Index {
  id: number;
  name: string;
  spec: Doc;
  paths: string[];
  parts: string[][];
  descending: boolean[];
  unique: boolean;
  sparse: boolean;
  partial?: Doc;
  partialMatch?: Predicate;
  collation?: CollationSpec;
  fold?: (value: unknown) => unknown;
  expireAfterSeconds?: number;
  /** Special kinds (text, 2dsphere, wildcard) are remembered and listed but hold no keys. */
  usable: boolean;
  multikey: boolean[];
  prefix: Buffer;
  /** The top-level fields that decide what the index holds of a document. */
  roots: Set<string>;
}

export interface Collection {
  id: number;
  db: string;
  name: string;
  ns: string;
  options: Doc;
  indexes: Index[];
  low: number;
  high: number;
  /** The next record id, read from the file at first use. */
  next?: number;
  /** Number of documents, counted at first use and kept up to date. */
  count?: number;
  validate?: Predicate;
  /** The top-level fields that its indexes look at; undefined until asked for. */
  roots?: Set<string> | undefined;
}

function toIndex(id: number, spec: Doc, multikeyBits: number): Index {
  const key = spec.key as Doc;
  const paths = Object.keys(key);
  const collation = spec.collation as CollationSpec | undefined;
  const index: Index = {
    id,
    name: String(spec.name),
    spec,
    paths,
    parts: paths.map((path) => path.split('.')),
    descending: paths.map((path) => toNumber(key[path]) < 0),
    unique: truthy(spec.unique) || (paths.length === 1 && paths[0] === '_id'),
    sparse: truthy(spec.sparse),
    usable: paths.every(
      (path) => (typeof key[path] !== 'string' || key[path] === 'hashed') && !path.includes('$**'),
    ),
    multikey: paths.map((_, i) => (multikeyBits & (1 << i)) !== 0),
    prefix: indexPrefix(id),
    roots: new Set(paths.map((path) => path.split('.')[0]!)),
  };
  if (collation && collation.locale !== 'simple') {
    index.collation = collation;
    index.fold = collationFolder(collation);
  }
  if (spec.partialFilterExpression) {
    index.partial = spec.partialFilterExpression as Doc;
    index.partialMatch = compileFilter(index.partial, {});
    const named = filterRoots(index.partial);
    if (!named) {
      throw new CommandError('CannotCreateIndex', 'unsupported expression in partial index');
    }
    for (const root of named) index.roots.add(root);
  }
  if (spec.expireAfterSeconds !== undefined) {
    index.expireAfterSeconds = toNumber(spec.expireAfterSeconds);
  }
  return index;
}

/** The fields that have to be known of a document to index it. */
export function indexedRoots(collection: Collection): Set<string> {
  collection.roots ??= new Set(collection.indexes.flatMap((index) => [...index.roots]));
  return collection.roots;
}

export type Catalog = ReturnType<typeof createCatalog>;

/** Which databases, collections and indexes exist; the file is the truth, memory a copy of it. */
export function createCatalog(store: Store) {
  const { db } = store;
  const databases = new Map<string, Map<string, Collection>>();
  let nextCollection = 1;
  let nextIndex = 1;
  const addCollection = db.prepare('INSERT INTO collections VALUES (?, ?, ?, ?)');
  const setCollection = db.prepare(
    'UPDATE collections SET db = ?, name = ?, options = ? WHERE id = ?',
  );
  const dropCollection = db.prepare('DELETE FROM collections WHERE id = ?');
  const addIndex = db.prepare('INSERT INTO indexes VALUES (?, ?, ?, ?)');
  const setIndex = db.prepare('UPDATE indexes SET spec = ?, multikey = ? WHERE id = ?');
  const dropIndex = db.prepare('DELETE FROM indexes WHERE id = ?');

  function remember(id: number, dbName: string, name: string, options: Doc): Collection {
    const collection: Collection = {
      id,
      db: dbName,
      name,
      ns: `${dbName}.${name}`,
      options,
      indexes: [],
      low: id * block,
      high: (id + 1) * block,
    };
    if (options.validator) collection.validate = compileFilter(options.validator as Doc, {});
    let collections = databases.get(dbName);
    if (!collections) {
      collections = new Map();
      databases.set(dbName, collections);
    }
    collections.set(name, collection);
    nextCollection = Math.max(nextCollection, id + 1);
    return collection;
  }

  function forget(collection: Collection): void {
    const collections = databases.get(collection.db);
    collections?.delete(collection.name);
    if (collections?.size === 0) databases.delete(collection.db);
  }

  /** Reads everything again; used at start and after a failed commit. */
  function load(): void {
    databases.clear();
    const byId = new Map<number, Collection>();
    const collections = db.prepare('SELECT id, db, name, options FROM collections').raw();
    for (const row of collections.all() as [number, string, string, Buffer][]) {
      byId.set(row[0], remember(row[0], row[1], row[2], decodeDocument(row[3])));
    }
    const indexes = db
      .prepare('SELECT id, collection, spec, multikey FROM indexes ORDER BY id')
      .raw();
    for (const row of indexes.all() as [number, number, Buffer, number][]) {
      byId.get(row[1])?.indexes.push(toIndex(row[0], decodeDocument(row[2]), row[3]));
      nextIndex = Math.max(nextIndex, row[0] + 1);
    }
  }
  load();

  function saveIndex(index: Index): void {
    store.write();
    const bits = index.multikey.reduce((sum, on, i) => sum + (on ? 1 << i : 0), 0);
    setIndex.run([encodeDocument(index.spec), bits, index.id]);
  }

  return {
    load,
    databases,
    find: (dbName: string, name: string) => databases.get(dbName)?.get(name),
    create(dbName: string, name: string, options: Doc = {}): Collection {
      checkName(dbName, name);
      store.write();
      const collection = remember(nextCollection, dbName, name, options);
      addCollection.run([collection.id, dbName, name, encodeDocument(options)]);
      this.addIndex(collection, { v: 2, key: { _id: 1 }, name: '_id_' });
      return collection;
    },
    obtain(dbName: string, name: string): Collection {
      return databases.get(dbName)?.get(name) ?? this.create(dbName, name);
    },
    drop(collection: Collection): void {
      store.write();
      for (const index of [...collection.indexes]) this.dropIndex(collection, index);
      store.clearRecords(collection.low, collection.high);
      dropCollection.run([collection.id]);
      forget(collection);
    },
    change(collection: Collection, dbName: string, name: string, options: Doc): Collection {
      checkName(dbName, name);
      store.write();
      forget(collection);
      setCollection.run([dbName, name, encodeDocument(options), collection.id]);
      const changed = remember(collection.id, dbName, name, options);
      changed.indexes = collection.indexes;
      changed.next = collection.next;
      changed.count = collection.count;
      return changed;
    },
    addIndex(collection: Collection, spec: Doc): Index {
      store.write();
      const index = toIndex(nextIndex++, spec, 0);
      addIndex.run([index.id, collection.id, encodeDocument(spec), 0]);
      collection.indexes.push(index);
      collection.roots = undefined;
      return index;
    },
    saveIndex,
    dropIndex(collection: Collection, index: Index): void {
      store.clearKeys(index.prefix, indexPrefix(index.id + 1));
      dropIndex.run([index.id]);
      collection.indexes = collection.indexes.filter((other) => other !== index);
      collection.roots = undefined;
    },
    nextRecord(collection: Collection): number {
      collection.next ??= (store.lastRecord(collection.low, collection.high) ?? collection.low) + 1;
      return collection.next++;
    },
    count(collection: Collection): number {
      collection.count ??= store.countRecords(collection.low, collection.high).count;
      return collection.count;
    },
  };
}

function checkName(dbName: string, name: string): void {
  const bad = !dbName || /[/\\. "$\0]/.test(dbName) || Buffer.byteLength(dbName) > 63;
  if (bad || !name || name.includes('\0') || name.includes('$') || name.startsWith('.')) {
    throw new CommandError('InvalidNamespace', `Invalid namespace specified '${dbName}.${name}'`);
  }
}
