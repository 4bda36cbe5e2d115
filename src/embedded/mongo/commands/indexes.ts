import { type Doc, decodeDocument } from '../bson-decode.ts';
import { encodeDocument } from '../bson-encode.ts';
import type { Collection, Index } from '../catalog.ts';
import { type CollationSpec, sameCollation } from '../collation.ts';
import { sameValue } from '../compare.ts';
import { CommandError } from '../errors.ts';
import { shellText } from '../shell-text.ts';
import { isDoc, isNumeric, toNumber, truthy } from '../values.ts';
import { collectionName, docArgument, existing, numberArgument, required } from './arguments.ts';
import { cursorReply } from './reply.ts';
import type { Handler } from './table.ts';

const kinds = new Set(['text', '2d', '2dsphere', 'hashed', 'wildcard']);

function checkSpec(spec: Doc): void {
  const key = docArgument(spec, 'key');
  if (!key || Object.keys(key).length === 0) {
    throw new CommandError('CannotCreateIndex', 'Index keys cannot be an empty object');
  }
  if (typeof spec.name !== 'string' || spec.name === '') {
    throw new CommandError(
      'FailedToParse',
      "The 'name' field is a required property of an index specification",
    );
  }
  for (const [path, direction] of Object.entries(key)) {
    const good =
      typeof direction === 'string'
        ? kinds.has(direction)
        : isNumeric(direction) && toNumber(direction) !== 0;
    if (!good) {
      const why =
        typeof direction === 'string'
          ? `Unknown index plugin '${direction}'`
          : `Values in v:2 index key pattern cannot be of type ${typeof direction}. Only numbers > 0, numbers < 0, and strings are allowed.`;
      throw new CommandError(
        'CannotCreateIndex',
        `Error in specification ${shellText(spec)} :: caused by :: ${why}`,
      );
    }
    if (path.split('.').includes('')) {
      throw new CommandError('CannotCreateIndex', 'Index keys cannot contain an empty field.');
    }
  }
  if (truthy(spec.sparse) && spec.partialFilterExpression) {
    throw new CommandError(
      'CannotCreateIndex',
      'cannot mix "partialFilterExpression" and "sparse" options',
    );
  }
  if (spec.expireAfterSeconds !== undefined && !isNumeric(spec.expireAfterSeconds)) {
    throw new CommandError(
      'CannotCreateIndex',
      'TTL index option expireAfterSeconds must be numeric',
    );
  }
}

/** The specification as it is stored: without options that say nothing. */
function cleaned(spec: Doc, collection: Collection): Doc {
  const { key, name, v: _, background: __, ns: ___, ...rest } = spec;
  const stored: Doc = { v: 2, key, name };
  for (const [option, value] of Object.entries(rest)) {
    if (value === undefined || value === null) continue;
    if ((option === 'unique' || option === 'sparse' || option === 'hidden') && !truthy(value))
      continue;
    stored[option] = value;
  }
  if (!stored.collation && collection.options.collation) {
    stored.collation = collection.options.collation;
  }
  if (isDoc(stored.collation)) {
    stored.collation = { locale: 'en', strength: 3, ...stored.collation };
  }
  if (Object.values(key as Doc).includes('text')) return textSpec(stored);
  if (Object.values(key as Doc).includes('2dsphere')) stored['2dsphereIndexVersion'] ??= 3;
  return stored;
}

/** How the server lists a text index; it is remembered but cannot be searched. */
function textSpec(stored: Doc): Doc {
  const key = stored.key as Doc;
  const fields = Object.keys(key).filter((path) => key[path] === 'text');
  const others = Object.fromEntries(Object.entries(key).filter(([, kind]) => kind !== 'text'));
  const weights = { ...Object.fromEntries(fields.map((f) => [f, 1])), ...(stored.weights as Doc) };
  return {
    ...stored,
    key: { ...others, _fts: 'text', _ftsx: 1 },
    weights,
    default_language: stored.default_language ?? 'english',
    language_override: stored.language_override ?? 'language',
    textIndexVersion: 3,
  };
}

const compared = ['unique', 'sparse', 'partialFilterExpression', 'expireAfterSeconds'];

function sameOptions(a: Doc, b: Doc): boolean {
  return compared.every((option) => sameValue(a[option] ?? null, b[option] ?? null));
}

/** The existing index that makes a request needless; a contradiction is refused with 85 or 86. */
function alreadyThere(collection: Collection, spec: Doc): Index | undefined {
  const named = collection.indexes.find((index) => index.name === spec.name);
  const same = collection.indexes.find(
    (index) =>
      sameKey(index.spec.key as Doc, spec.key as Doc) &&
      sameCollation(index.spec.collation as CollationSpec, spec.collation as CollationSpec) &&
      sameValue(index.spec.partialFilterExpression ?? null, spec.partialFilterExpression ?? null),
  );
  if (named && (named !== same || !sameOptions(named.spec, spec))) {
    if (named === same || sameKey(named.spec.key as Doc, spec.key as Doc)) {
      throw new CommandError(
        same ? 'IndexOptionsConflict' : 'IndexKeySpecsConflict',
        `An equivalent index already exists with the same name but different options. Requested index: ${shellText(spec)}, existing index: ${shellText(named.spec)}`,
      );
    }
    throw new CommandError(
      'IndexKeySpecsConflict',
      `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${shellText(spec)}, existing index: ${shellText(named.spec)}`,
    );
  }
  if (same && same !== named) {
    throw new CommandError(
      'IndexOptionsConflict',
      sameOptions(same.spec, spec)
        ? `Index already exists with a different name: ${same.name}`
        : `An equivalent index already exists with a different name and options. Requested index: ${shellText(spec)}, existing index: ${shellText(same.spec)}`,
    );
  }
  return named;
}

function sameKey(a: Doc, b: Doc): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name, i) => Object.keys(b)[i] === name && sameValue(a[name], b[name]))
  );
}

const createIndexes: Handler = (command) => {
  const name = collectionName(command);
  const specs = (command.body.indexes ?? []) as Doc[];
  for (const spec of specs) checkSpec(spec);
  const { engine } = command;
  const createdCollectionAutomatically = !engine.catalog.find(command.db, name);
  const collection = engine.catalog.obtain(command.db, name);
  const numIndexesBefore = collection.indexes.length;
  for (const requested of specs) {
    if (sameValue(requested.key, { _id: 1 })) continue;
    const spec = cleaned(requested, collection);
    if (alreadyThere(collection, spec)) continue;
    const index = engine.catalog.addIndex(collection, spec);
    try {
      engine.records.fill(collection, index, decodeDocument);
    } catch (error) {
      engine.catalog.dropIndex(collection, index);
      throw error;
    }
  }
  const numIndexesAfter = collection.indexes.length;
  return {
    numIndexesBefore,
    numIndexesAfter,
    createdCollectionAutomatically,
    ...(numIndexesAfter === numIndexesBefore ? { note: 'all indexes already exist' } : {}),
  };
};

const listIndexes: Handler = (command) => {
  const collection = required(command);
  const rows = collection.indexes.map((index) => encodeDocument(index.spec));
  const size = numberArgument(docArgument(command.body, 'cursor') ?? {}, 'batchSize');
  const { cursors } = command.engine;
  return cursorReply('firstBatch', cursors.start(collection.ns, rows[Symbol.iterator](), size));
};

function chosen(collection: Collection, which: unknown): Index[] {
  if (which === '*') return collection.indexes.slice(1);
  if (Array.isArray(which)) return which.flatMap((one) => chosen(collection, one));
  const found = collection.indexes.find((index) =>
    isDoc(which) ? sameKey(index.spec.key as Doc, which) : index.name === which,
  );
  if (!found) {
    throw new CommandError(
      'IndexNotFound',
      isDoc(which)
        ? `can't find index with key: ${shellText(which)}`
        : `index not found with name [${String(which)}]`,
    );
  }
  if (found.name === '_id_') throw new CommandError('InvalidOptions', 'cannot drop _id index');
  return [found];
}

const dropIndexes: Handler = (command) => {
  const collection = existing(command);
  if (!collection) {
    throw new CommandError(
      'NamespaceNotFound',
      `ns not found ${command.db}.${collectionName(command)}`,
    );
  }
  const nIndexesWas = collection.indexes.length;
  for (const index of chosen(collection, command.body.index)) {
    command.engine.catalog.dropIndex(collection, index);
  }
  return { nIndexesWas };
};

export const indexCommands: Record<string, Handler> = {
  createIndexes,
  listIndexes,
  dropIndexes,
  deleteIndexes: dropIndexes,
};
