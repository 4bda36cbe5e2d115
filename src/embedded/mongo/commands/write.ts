import { type Doc, decodeDocument } from '../bson-decode.ts';
import { encodeDocument } from '../bson-encode.ts';
import type { Collection } from '../catalog.ts';
import { CommandError, errorReply } from '../errors.ts';
import { compileFilter } from '../match.ts';
import { everything, type Query } from '../query.ts';
import { parseSort } from '../sort.ts';
import { compileUpdate } from '../update.ts';
import { isDoc, toNumber, truthy } from '../values.ts';
import { insertOne, insertRun, insertUpsert, targets, updateFound } from '../write.ts';
import { collationOf, collectionName, docArgument, existing, hintOf, letOf } from './arguments.ts';
import type { Command, Handler } from './table.ts';

const maxBatch = 100_000;
const runLength = 128;

/** Runs the parts of a batch; an error ends an ordered batch and is noted in an unordered one. */
function runBatch<T>(command: Command, items: T[], run: (item: T, index: number) => void): Doc {
  if (items.length === 0 || items.length > maxBatch) {
    throw new CommandError(
      'InvalidLength',
      `Write batch sizes must be between 1 and ${maxBatch}. Got ${items.length} operations.`,
    );
  }
  const ordered = command.body.ordered !== false;
  const writeErrors: Doc[] = [];
  for (let index = 0; index < items.length; index++) {
    try {
      run(items[index]!, index);
    } catch (error) {
      if (String((error as { code?: unknown }).code).startsWith('SQLITE')) throw error;
      const { ok: _, codeName: __, ...rest } = errorReply(error);
      writeErrors.push({ index, ...rest });
      if (ordered) break;
    }
  }
  return writeErrors.length > 0 ? { writeErrors } : {};
}

/** The parts of a batch, from a document sequence or from an array in the command's body. */
function partsOf(command: Command, name: string): Doc[] {
  const sequence = command.sequences.get(name);
  if (sequence) return sequence.map((raw) => decodeDocument(raw));
  return (command.body[name] ?? []) as Doc[];
}

const insert: Handler = (command) => {
  const { engine, db } = command;
  const raws =
    command.sequences.get('documents') ??
    ((command.body.documents ?? []) as Doc[]).map((doc) => encodeDocument(doc));
  const name = collectionName(command);
  const bypass = truthy(command.body.bypassDocumentValidation);
  let n = 0;
  let collection: Collection | undefined;
  // Runs of documents are stored together; those up to `done` already were.
  let done = 0;
  let alone = 0;
  const outcome = runBatch(command, raws, (raw, index) => {
    collection ??= engine.catalog.obtain(db, name);
    if (index < done) return;
    if (index >= alone) {
      const run = raws.slice(index, index + runLength);
      const stored = run.length > 1 ? insertRun(engine, collection, run, bypass) : 0;
      n += stored;
      done = index + stored;
      if (stored > 0) return;
      alone = index + run.length;
    }
    insertOne(engine, collection, raw, bypass);
    n++;
  });
  return { n, ...outcome };
};

function partQuery(part: Doc, collection: Collection | undefined, command: Command): Query {
  return {
    ...everything,
    filter: docArgument(part, 'q') ?? {},
    sort: parseSort(part.sort),
    collation: collationOf(part, collection),
    hint: hintOf(part, collection),
    variables: letOf(command.body),
  };
}

const update: Handler = (command) => {
  const { engine, db } = command;
  const name = collectionName(command);
  const bypass = truthy(command.body.bypassDocumentValidation);
  let n = 0;
  let nModified = 0;
  const upserted: Doc[] = [];
  const outcome = runBatch(command, partsOf(command, 'updates'), (part, index) => {
    const collection = engine.catalog.find(db, name);
    const query = partQuery(part, collection, command);
    const multi = truthy(part.multi);
    const change = compileUpdate({
      update: part.u,
      filter: query.filter,
      arrayFilters: part.arrayFilters,
      variables: { ...query.variables, ...(isDoc(part.c) ? part.c : {}) },
    });
    if (multi && change.replacement) {
      throw new CommandError(
        'FailedToParse',
        'multi update is not supported for replacement-style update',
      );
    }
    compileFilter(query.filter, query);
    const found = collection ? targets(engine, collection, { ...query, limit: multi ? 0 : 1 }) : [];
    for (const one of found) {
      if (updateFound(engine, collection!, one, change, bypass).changed) nModified++;
      n++;
    }
    if (found.length === 0 && truthy(part.upsert)) {
      const target = engine.catalog.obtain(db, name);
      const doc = insertUpsert(engine, target, query.filter, change, bypass);
      upserted.push({ index, _id: doc._id });
      n++;
    }
  });
  return { n, nModified, ...(upserted.length > 0 ? { upserted } : {}), ...outcome };
};

const remove: Handler = (command) => {
  const { engine } = command;
  const collection = existing(command);
  let n = 0;
  const outcome = runBatch(command, partsOf(command, 'deletes'), (part) => {
    const query = partQuery(part, collection, command);
    compileFilter(query.filter, query);
    if (!collection) return;
    const limit = toNumber(part.limit ?? 0) === 1 ? 1 : 0;
    for (const found of targets(engine, collection, { ...query, limit })) {
      engine.records.remove(collection, found.record, decodeDocument(found.raw));
      n++;
    }
  });
  return { n, ...outcome };
};

export const writeCommands: Record<string, Handler> = { insert, update, delete: remove };
