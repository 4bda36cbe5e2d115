import { Long } from 'bson';
import type { Doc } from '../bson-decode.ts';
import type { Collection } from '../catalog.ts';
import type { CollationSpec } from '../collation.ts';
import { CommandError } from '../errors.ts';
import { compileExpression } from '../expression.ts';
import type { Query } from '../query.ts';
import { parseSort } from '../sort.ts';
import { isDoc, isNumeric, toNumber } from '../values.ts';
import type { Command } from './table.ts';

/** The collection name that a command carries under its own name. */
export function collectionName(command: Command): string {
  const name = command.body[command.name];
  if (typeof name !== 'string' || name === '') {
    throw new CommandError('InvalidNamespace', `collection name has invalid type ${typeof name}`);
  }
  return name;
}

export function existing(command: Command): Collection | undefined {
  return command.engine.catalog.find(command.db, collectionName(command));
}

export function required(command: Command): Collection {
  const found = existing(command);
  if (!found) {
    throw new CommandError(
      'NamespaceNotFound',
      `ns does not exist: ${command.db}.${collectionName(command)}`,
    );
  }
  return found;
}

/** A non-negative number argument; null and absence are undefined. */
export function numberArgument(body: Doc, name: string): number | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (!isNumeric(value)) {
    throw new CommandError(
      'TypeMismatch',
      `BSON field '${name}' is the wrong type, expected a number`,
    );
  }
  return Math.trunc(toNumber(value));
}

export function docArgument(body: Doc, name: string): Doc | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (!isDoc(value)) {
    throw new CommandError(
      'TypeMismatch',
      `BSON field '${name}' is the wrong type, expected type 'object'`,
    );
  }
  return value;
}

export function longArgument(value: unknown): Long {
  return value instanceof Long ? value : Long.fromNumber(toNumber(value));
}

/** The collation of a command, or the default one of its collection. */
export function collationOf(
  body: Doc,
  collection: Collection | undefined,
): CollationSpec | undefined {
  return (docArgument(body, 'collation') ?? collection?.options.collation) as
    | CollationSpec
    | undefined;
}

/** Hints are names or key documents; an unknown one is refused as MongoDB does. */
export function hintOf(body: Doc, collection: Collection | undefined): unknown {
  const { hint } = body;
  if (hint === undefined || hint === null || !collection) return undefined;
  if (isDoc(hint) && (Object.keys(hint).length === 0 || '$natural' in hint)) {
    return Object.keys(hint).length ? hint : undefined;
  }
  const key = JSON.stringify(hint);
  const known = collection.indexes.some(
    (index) => index.name === hint || JSON.stringify(index.spec.key) === key,
  );
  if (!known) {
    throw new CommandError(
      'BadValue',
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  }
  return hint;
}

/** The variables of a command's `let`; their values are expressions without a document. */
export function letOf(body: Doc): Doc | undefined {
  const spec = docArgument(body, 'let');
  if (!spec) return undefined;
  return Object.fromEntries(
    Object.entries(spec).map(([name, value]) => [name, compileExpression(value, undefined)({})]),
  );
}

/** The query of `find`, `count`, `distinct` and `findAndModify`. */
export function queryOf(body: Doc, filterName: string, collection: Collection | undefined): Query {
  const limit = numberArgument(body, 'limit') ?? 0;
  const skip = numberArgument(body, 'skip') ?? 0;
  if (skip < 0) {
    throw new CommandError(
      'Location51024',
      `BSON field 'skip' value must be >= 0, actual value '${skip}'`,
    );
  }
  return {
    filter: docArgument(body, filterName) ?? {},
    sort: parseSort(body.sort),
    skip,
    limit: Math.abs(limit),
    collation: collationOf(body, collection),
    variables: letOf(body),
    hint: hintOf(body, collection),
    maxTimeMs: numberArgument(body, 'maxTimeMS') ?? 0,
  };
}
