import { ObjectId } from 'bson';
import { conditionsOf } from './bounds.ts';
import type { Doc } from './bson-decode.ts';
import { withIdFirst } from './bson-encode.ts';
import { sameValue } from './compare.ts';
import { CommandError } from './errors.ts';
import type { Update } from './update.ts';
import { getAt, setAt } from './update-path.ts';
import { rank, rankOf } from './values.ts';

/** The fields that a filter pins to one value: what an upsert starts from. */
function pinned(filter: Doc): Doc {
  const doc: Doc = {};
  const conditions = conditionsOf(filter);
  const all = [...conditions.all];
  // An `$or` with a single branch pins as much as the branch alone.
  for (const branches of conditions.anyOf) {
    if (branches.length === 1) all.push(...conditionsOf(branches[0]!).all);
  }
  for (const { path, op, value } of all) {
    const single =
      op === '$in' && Array.isArray(value) && value.length === 1 ? value[0] : undefined;
    const exact = op === '$eq' ? value : single;
    if (exact === undefined || rankOf(exact) === rank.regex) continue;
    const parts = path.split('.');
    const current = getAt(doc, parts);
    if (current !== undefined && !sameValue(current, exact)) {
      throw new CommandError(
        'NotSingleValueField',
        `cannot infer query fields to set, path '${path}' is matched twice`,
      );
    }
    setAt(doc, parts, exact);
  }
  return doc;
}

/** The document that an upsert inserts, with `_id` first. */
export function upsertDocument(filter: Doc, update: Update): Doc {
  const base = pinned(filter);
  const start: Doc = update.replacement ? ('_id' in base ? { _id: base._id } : {}) : base;
  const doc = update(start, true);
  if (start._id !== undefined && !sameValue(doc._id, start._id)) {
    throw new CommandError(
      'ImmutableField',
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    );
  }
  return withIdFirst('_id' in doc ? doc : { _id: new ObjectId(), ...doc });
}
