import type { Doc } from '../bson-decode.ts';
import { encodeDocument } from '../bson-encode.ts';
import { sameCollation } from '../collation.ts';
import { sameValue } from '../compare.ts';
import { CommandError } from '../errors.ts';
import { compileFilter } from '../match.ts';
import { isDoc, truthy } from '../values.ts';
import { collectionName, docArgument, numberArgument, required } from './arguments.ts';
import { cursorReply } from './reply.ts';
import type { Command, Handler } from './table.ts';

const optionNames = [
  'capped',
  'size',
  'max',
  'collation',
  'validator',
  'validationLevel',
  'validationAction',
  'timeseries',
  'expireAfterSeconds',
  'clusteredIndex',
  'storageEngine',
  'indexOptionDefaults',
  'changeStreamPreAndPostImages',
  'comment',
];

function optionsOf(body: Doc): Doc {
  const options: Doc = {};
  for (const name of optionNames) {
    if (name !== 'comment' && body[name] !== undefined && body[name] !== null) {
      options[name] = body[name];
    }
  }
  if (options.capped === false) delete options.capped;
  return options;
}

const create: Handler = (command) => {
  const name = collectionName(command);
  if (command.body.viewOn !== undefined) {
    throw new CommandError('CommandNotSupported', 'views are not supported by the embedded store');
  }
  const options = optionsOf(command.body);
  if (truthy(options.capped) && options.size === undefined) {
    throw new CommandError('InvalidOptions', "the 'size' field is required when 'capped' is true");
  }
  const found = command.engine.catalog.find(command.db, name);
  if (found) {
    if (sameOptions(found.options, options)) return {};
    throw new CommandError('NamespaceExists', `Collection ${found.ns} already exists.`);
  }
  command.engine.catalog.create(command.db, name, options);
  return {};
};

function sameOptions(a: Doc, b: Doc): boolean {
  const { collation: x, ...rest } = a;
  const { collation: y, ...others } = b;
  return sameCollation(x as never, y as never) && sameValue(rest, others);
}

const drop: Handler = (command) => {
  const found = command.engine.catalog.find(command.db, collectionName(command));
  if (!found) return {};
  command.engine.cursors.closeNamespace(found.ns);
  const nIndexesWas = found.indexes.length;
  command.engine.catalog.drop(found);
  return { nIndexesWas, ns: found.ns };
};

function describe(command: Command): Doc[] {
  const nameOnly = truthy(command.body.nameOnly);
  const test = compileFilter(docArgument(command.body, 'filter') ?? {}, {});
  const collections = [...(command.engine.catalog.databases.get(command.db)?.values() ?? [])];
  return collections
    .map((collection): Doc => {
      const head = {
        name: collection.name,
        type: collection.options.timeseries ? 'timeseries' : 'collection',
      };
      return nameOnly
        ? head
        : {
            ...head,
            options: collection.options,
            info: { readOnly: false },
            idIndex: { v: 2, key: { _id: 1 }, name: '_id_' },
          };
    })
    .filter(test);
}

const listCollections: Handler = (command) => {
  const rows = describe(command).map(encodeDocument);
  const size = numberArgument(docArgument(command.body, 'cursor') ?? {}, 'batchSize');
  const ns = `${command.db}.$cmd.listCollections`;
  return cursorReply('firstBatch', command.engine.cursors.start(ns, rows[Symbol.iterator](), size));
};

const collMod: Handler = (command) => {
  const collection = required(command);
  const { body, engine } = command;
  if (isDoc(body.index)) {
    const { keyPattern, name, expireAfterSeconds, hidden } = body.index;
    const index = collection.indexes.find(
      (other) => other.name === name || (keyPattern && sameValue(other.spec.key, keyPattern)),
    );
    if (!index) throw new CommandError('IndexNotFound', 'cannot find index for collMod');
    if (expireAfterSeconds !== undefined) {
      index.spec = { ...index.spec, expireAfterSeconds };
      index.expireAfterSeconds = Number(expireAfterSeconds);
    }
    if (hidden !== undefined) {
      const { hidden: _, ...rest } = index.spec;
      index.spec = truthy(hidden) ? { ...rest, hidden: true } : rest;
    }
    engine.catalog.saveIndex(index);
  }
  const options = { ...collection.options, ...optionsOf(body) };
  engine.catalog.change(collection, collection.db, collection.name, options);
  return {};
};

const renameCollection: Handler = (command) => {
  const { engine, body } = command;
  const split = (ns: string): [string, string] => {
    const dot = ns.indexOf('.');
    return [ns.slice(0, dot), ns.slice(dot + 1)];
  };
  const [db, name] = split(String(body.renameCollection));
  const [toDb, toName] = split(String(body.to));
  const found = engine.catalog.find(db, name);
  if (!found) {
    throw new CommandError('NamespaceNotFound', `Source collection ${db}.${name} does not exist`);
  }
  const target = engine.catalog.find(toDb, toName);
  if (target && target !== found) {
    if (!truthy(body.dropTarget)) {
      throw new CommandError('NamespaceExists', 'target namespace exists');
    }
    engine.catalog.drop(target);
  }
  engine.cursors.closeNamespace(found.ns);
  engine.catalog.change(found, toDb, toName, found.options);
  return {};
};

export const collectionCommands: Record<string, Handler> = {
  create,
  drop,
  listCollections,
  collMod,
  renameCollection,
  convertToCapped: (command) => {
    const found = required(command);
    const options = { ...found.options, capped: true, size: command.body.size };
    command.engine.catalog.change(found, found.db, found.name, options);
    return {};
  },
  validate: (command) => ({ ns: required(command).ns, valid: true, errors: [], warnings: [] }),
};
