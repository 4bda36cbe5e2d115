import { type Doc, decodeDocument } from '../bson-decode.ts';
import { CommandError } from '../errors.ts';
import { compileFilter } from '../match.ts';
import { compileProjection } from '../projection.ts';
import { compileUpdate } from '../update.ts';
import { truthy } from '../values.ts';
import { insertUpsert, targets, updateFound } from '../write.ts';
import { collectionName, existing, queryOf } from './arguments.ts';
import type { Command, Handler } from './table.ts';

function remove(command: Command): Doc {
  const collection = existing(command);
  const query = { ...queryOf(command.body, 'query', collection), limit: 1 };
  compileFilter(query.filter, query);
  const [found] = collection ? targets(command.engine, collection, query) : [];
  if (!found) return { lastErrorObject: { n: 0 }, value: null };
  const doc = decodeDocument(found.raw);
  command.engine.records.remove(collection!, found.record, doc);
  const project = compileProjection(command.body.fields, query.filter);
  return { lastErrorObject: { n: 1 }, value: project ? project(doc) : doc };
}

function modify(command: Command): Doc {
  const { body, engine } = command;
  const bypass = truthy(body.bypassDocumentValidation);
  const collection = existing(command);
  const query = { ...queryOf(body, 'query', collection), limit: 1 };
  const change = compileUpdate({
    update: body.update,
    filter: query.filter,
    arrayFilters: body.arrayFilters,
    variables: query.variables,
  });
  compileFilter(query.filter, query);
  const project = compileProjection(body.fields, query.filter) ?? ((doc: Doc) => doc);
  const [found] = collection ? targets(engine, collection, query) : [];
  if (found) {
    const { before, after } = updateFound(engine, collection!, found, change, bypass);
    const value = project(truthy(body.new) ? after : before);
    return { lastErrorObject: { n: 1, updatedExisting: true }, value };
  }
  if (!truthy(body.upsert))
    return { lastErrorObject: { n: 0, updatedExisting: false }, value: null };
  const target = engine.catalog.obtain(command.db, collectionName(command));
  const doc = insertUpsert(engine, target, query.filter, change, bypass);
  return {
    lastErrorObject: { n: 1, updatedExisting: false, upserted: doc._id },
    value: truthy(body.new) ? project(doc) : null,
  };
}

const findAndModify: Handler = (command) => {
  if (truthy(command.body.remove)) {
    if (command.body.update !== undefined) {
      throw new CommandError('FailedToParse', 'Cannot specify both an update and remove=true');
    }
    return remove(command);
  }
  if (command.body.update === undefined) {
    throw new CommandError('FailedToParse', 'Either an update or remove=true must be specified');
  }
  return modify(command);
};

export const findAndModifyCommands: Record<string, Handler> = {
  findAndModify,
  findandmodify: findAndModify,
};
