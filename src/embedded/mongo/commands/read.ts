import type { Doc } from '../bson-decode.ts';
import { decodeDocument } from '../bson-decode.ts';
import { collationFolder } from '../collation.ts';
import { compareValues } from '../compare.ts';
import { countQuery } from '../count.ts';
import { CommandError } from '../errors.ts';
import { encodeSortKey } from '../key-encoding.ts';
import { compileFilter } from '../match.ts';
import { leafValues, splitPath } from '../paths.ts';
import { compileProjection } from '../projection.ts';
import { findRaw, findRecords } from '../query.ts';
import { truthy } from '../values.ts';
import { collectionName, existing, longArgument, numberArgument, queryOf } from './arguments.ts';
import { cursorReply } from './reply.ts';
import type { Handler } from './table.ts';

const find: Handler = (command) => {
  const { body, engine } = command;
  const collection = existing(command);
  const query = { ...queryOf(body, 'filter', collection), projection: body.projection };
  const ns = `${command.db}.${collectionName(command)}`;
  // Compiled before anything is read, so that a bad query fails even where nothing is stored.
  compileFilter(query.filter, query);
  compileProjection(query.projection, query.filter);
  if (!collection) return cursorReply('firstBatch', engine.cursors.start(ns, [].values(), 1));
  const batchSize = numberArgument(body, 'batchSize');
  const single = truthy(body.singleBatch) || (numberArgument(body, 'limit') ?? 0) < 0;
  const tailable = truthy(body.tailable) && truthy(collection.options.capped);
  const rows = findRaw(engine, collection, query);
  return cursorReply('firstBatch', engine.cursors.start(ns, rows, batchSize, single, tailable));
};

const getMore: Handler = ({ body, engine, db }) => {
  const ns = `${db}.${String(body.collection)}`;
  const batch = engine.cursors.more(
    longArgument(body.getMore),
    ns,
    numberArgument(body, 'batchSize'),
  );
  return cursorReply('nextBatch', batch);
};

const killCursors: Handler = ({ body, engine }) => {
  const ids = ((body.cursors ?? []) as unknown[]).map(longArgument);
  const killed = ids.filter((id) => engine.cursors.kill(id.toString()));
  return {
    cursorsKilled: killed,
    cursorsNotFound: ids.filter((id) => !killed.includes(id)),
    cursorsAlive: [],
    cursorsUnknown: [],
  };
};

const count: Handler = (command) => {
  const collection = existing(command);
  const query = queryOf(command.body, 'query', collection);
  compileFilter(query.filter, query);
  return { n: collection ? countQuery(command.engine, collection, query) : 0 };
};

const distinct: Handler = (command): Doc => {
  const collection = existing(command);
  const key = command.body.key;
  if (typeof key !== 'string')
    throw new CommandError('TypeMismatch', '"key" had the wrong type. Expected string');
  const query = queryOf(command.body, 'query', collection);
  compileFilter(query.filter, query);
  const values = new Map<string, unknown>();
  const fold = query.collation ? collationFolder(query.collation) : (value: unknown) => value;
  if (collection) {
    const parts = splitPath(key);
    for (const { raw } of findRecords(command.engine, collection, query)) {
      for (const value of leafValues(decodeDocument(raw), parts)) {
        const key = encodeSortKey([fold(value)], [false]).toString('latin1');
        if (!values.has(key)) values.set(key, value);
      }
    }
  }
  return { values: [...values.values()].sort(compareValues) };
};

export const readCommands: Record<string, Handler> = {
  find,
  getMore,
  killCursors,
  count,
  distinct,
};
