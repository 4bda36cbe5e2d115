import type { Doc } from './bson-decode.ts';
import type { Collection } from './catalog.ts';
import type { Engine } from './engine.ts';
import { isOperatorDoc } from './operator-doc.ts';
import { findRecords, planFor, type Query } from './query.ts';
import { rank, rankOf } from './values.ts';

const countable = new Set<number>([rank.string, rank.objectId, rank.date, rank.boolean]);

/** Whether index bounds say exactly what this condition says, so that no document need be looked at. */
function boundsSuffice(operand: unknown): boolean {
  if (!isOperatorDoc(operand))
    return countable.has(rankOf(operand)) || rankOf(operand) === rank.number;
  const names = Object.keys(operand);
  const [first] = names;
  if (names.length === 1 && first === '$eq') return boundsSuffice(operand.$eq);
  if (names.length === 1 && first === '$in') {
    const list = operand.$in;
    return Array.isArray(list) && list.every((item) => !isOperatorDoc(item) && boundsSuffice(item));
  }
  // NaN is in the stretch of numbers but in no comparison, so ranges count for other types only.
  const types = new Set(names.map((name) => rankOf(operand[name])));
  return (
    types.size === 1 &&
    countable.has([...types][0]!) &&
    names.every((name) => /^\$[gl]te?$/.test(name))
  );
}

/** Counts index keys alone where the filter is nothing but bounds on one index. */
function countByIndex(engine: Engine, collection: Collection, query: Query): number | undefined {
  const paths = Object.keys(query.filter);
  if (query.skip || query.limit || paths.some((path) => path.startsWith('$'))) return undefined;
  if (!paths.every((path) => boundsSuffice((query.filter as Doc)[path]))) return undefined;
  const plan = planFor(engine, collection, { ...query, sort: [] });
  if (plan.kind !== 'index' || plan.index.multikey.some(Boolean)) return undefined;
  const pinned = new Set(plan.index.paths.slice(0, plan.consumed));
  if (!paths.every((path) => pinned.has(path))) return undefined;
  let count = 0;
  for (const { intervals } of plan.groups) {
    for (const { low, high } of intervals) count += engine.store.countKeys(low, high);
  }
  return count;
}

/** How many documents a query finds; without a filter the count is known. */
export function countQuery(engine: Engine, collection: Collection, query: Query): number {
  if (Object.keys(query.filter).length === 0) {
    const rest = Math.max(0, engine.catalog.count(collection) - query.skip);
    return query.limit ? Math.min(rest, query.limit) : rest;
  }
  const counted = countByIndex(engine, collection, query);
  if (counted !== undefined) return counted;
  let count = 0;
  for (const _ of findRecords(engine, collection, query)) count++;
  return count;
}
