import {
  type Condition,
  type Conditions,
  conditionsOf,
  excludesMissing,
  segmentOf,
} from './bounds.ts';
import type { Doc } from './bson-decode.ts';
import type { Index } from './catalog.ts';
import { type CollationSpec, sameCollation } from './collation.ts';
import { compareValues } from './compare.ts';
import { compileFilter } from './match.ts';

/** A half-open stretch of index keys. */
export interface Interval {
  low: Buffer;
  high: Buffer;
}

export interface IndexScan {
  kind: 'index';
  index: Index;
  /** Stretches by shared equality prefix; more than one group has to be merged to keep an order. */
  groups: { prefix: number; intervals: Interval[] }[];
  backward: boolean;
  sorted: boolean;
  /** How many of the index's fields the conditions pin down. */
  consumed: number;
}

export type Plan =
  | IndexScan
  | { kind: 'collection'; backward: boolean; sorted: boolean }
  | { kind: 'union'; plans: IndexScan[]; sorted: false };

export interface PlanRequest {
  filter: Doc;
  sort?: [path: string, direction: number][];
  limit?: number;
  collation?: CollationSpec | undefined;
  hint?: unknown;
  /** Counts keys up to a limit; lets the choice look at the data where the rules alone are unsure. */
  probe?: (low: Buffer, high: Buffer, limit: number) => number;
}

const maxIntervals = 20_000;
/** More equality prefixes than this are sorted in memory rather than merged. */
const maxMerged = 200;
export const open = Buffer.from([0xff]);

interface Stretch {
  prefixes: Buffer[];
  intervals: Interval[];
  points: number[];
  ranged: boolean;
}

/** Walks the components of an index: equal values first, then at most one range. */
function stretch(index: Index, conditions: Condition[], same: boolean, maxDepth: number): Stretch {
  let prefixes: Buffer[] = [index.prefix];
  const points: number[] = [];
  for (let at = 0; at < index.paths.length; at++) {
    const segment = segmentOf(index, at, conditions, same);
    if (!segment) break;
    if (!('points' in segment)) {
      const intervals = prefixes.map((p) => ({
        low: Buffer.concat([p, segment.low]),
        high: Buffer.concat([p, segment.high]),
      }));
      return { prefixes, intervals, points, ranged: true };
    }
    if (prefixes.length * segment.points.length > maxIntervals || at >= maxDepth) break;
    prefixes = prefixes.flatMap((p) => segment.points.map((point) => Buffer.concat([p, point])));
    points.push(segment.points.length);
  }
  const intervals = prefixes.map((p) => ({ low: p, high: Buffer.concat([p, open]) }));
  return { prefixes, intervals, points, ranged: false };
}

/** Sorts stretches by their start and joins those that overlap. */
function joined(intervals: Interval[]): Interval[] {
  const sorted = intervals
    .filter(({ low, high }) => Buffer.compare(low, high) < 0)
    .sort((a, b) => Buffer.compare(a.low, b.low));
  const result: Interval[] = [];
  for (const next of sorted) {
    const last = result[result.length - 1];
    if (last && Buffer.compare(next.low, last.high) <= 0) {
      if (Buffer.compare(next.high, last.high) > 0) last.high = next.high;
    } else result.push({ ...next });
  }
  return result;
}

/** Whether, and in which direction, the index yields the wanted order behind `fixed` equal fields. */
function sortDirection(
  index: Index,
  points: number[],
  merged: number,
  sort: [string, number][],
): 1 | -1 | undefined {
  const single = new Set(index.paths.filter((_, i) => points[i] === 1 && !index.multikey[i]));
  let at = merged;
  let direction: 1 | -1 | undefined;
  for (const [path, wanted] of sort) {
    if (single.has(path)) continue;
    while (at < index.paths.length && points[at] === 1 && index.paths[at] !== path) at++;
    if (index.paths[at] !== path || index.multikey[at]) return undefined;
    const own = index.descending[at] ? -1 : 1;
    const needed = own === Math.sign(wanted) ? 1 : -1;
    if (direction !== undefined && direction !== needed) return undefined;
    direction = needed;
    at++;
  }
  return direction ?? 1;
}

/** True if every document that matches the filter is also in the partial index. */
function impliesPartial(conditions: Condition[], partial: Doc): boolean {
  const wanted = conditionsOf(partial);
  if (wanted.anyOf.length > 0 || wanted.all.length === 0) return false;
  return wanted.all.every((need) => {
    const own = conditions.filter((condition) => condition.path === need.path);
    if (own.some((c) => c.op === need.op && compareValues(c.value, need.value) === 0)) return true;
    if (need.op === '$exists') return excludesMissing(own, [need.path]);
    const test = compileFilter({ x: { [need.op]: need.value } }, {});
    return own.some(
      ({ op, value }) =>
        (op === '$eq' && test({ x: value })) ||
        (op === '$in' && Array.isArray(value) && value.every((item) => test({ x: item }))),
    );
  });
}

export interface Candidate {
  scan: IndexScan;
  score: number;
  /** Finds one document at most. */
  exact: boolean;
  /** How narrowly the conditions hold the index, ten for each equal field. */
  depth: number;
}

/** What an index could do for a query, or undefined where it is of no use. */
export function consider(
  index: Index,
  conditions: Conditions,
  request: PlanRequest,
): Candidate | undefined {
  if (!index.usable) return undefined;
  if (index.partial && !impliesPartial(conditions.all, index.partial)) return undefined;
  if (index.sparse && !excludesMissing(conditions.all, index.paths)) return undefined;
  const same = sameCollation(request.collation, index.collation);
  const sort = request.sort ?? [];
  const base = stretch(index, conditions.all, same, Number.POSITIVE_INFINITY);
  // A sort field that is itself held to several values ends the part that is merged.
  let merged = base.points.findIndex(
    (count, i) => count > 1 && sort.some(([path]) => path === index.paths[i]),
  );
  if (merged < 0) merged = base.points.length;
  let intervals = base.intervals;
  let depth = base.points.length * 10 + (base.ranged ? 6 : 0);
  for (const branches of conditions.anyOf) {
    const parts = branches.map((branch) => {
      const inner = conditionsOf(branch);
      return stretch(index, [...conditions.all, ...inner.all], same, Number.POSITIVE_INFINITY);
    });
    const worst = Math.min(...parts.map((p) => p.points.length * 10 + (p.ranged ? 6 : 0)));
    const total = parts.reduce((sum, part) => sum + part.intervals.length, 0);
    if (worst > depth && total <= maxIntervals) {
      intervals = parts.flatMap((part) => part.intervals);
      depth = worst;
      break;
    }
  }
  const ordered = index.fold || !same ? undefined : sortDirection(index, base.points, merged, sort);
  const direction = sort.length === 0 ? 1 : base.prefixes.length > maxMerged ? undefined : ordered;
  if (depth === 0 && (sort.length === 0 || direction === undefined)) return undefined;
  const prefixes =
    merged === base.points.length
      ? base.prefixes
      : stretch(index, conditions.all, same, merged).prefixes;
  const groups =
    sort.length === 0 || direction === undefined || prefixes.length === 1
      ? [{ prefix: 4, intervals: joined(intervals) }]
      : prefixes.map((bytes) => ({
          prefix: bytes.length,
          intervals: joined(
            intervals.filter(({ low }) => low.subarray(0, bytes.length).equals(bytes)),
          ),
        }));
  const exact = index.unique && base.points.length === index.paths.length && intervals.length === 1;
  const sorted = sort.length === 0 || direction !== undefined;
  const consumed = conditions.anyOf.length > 0 ? 0 : base.points.length + (base.ranged ? 1 : 0);
  const bonus = sort.length > 0 && sorted ? (request.limit ? 15 : 5) : 0;
  return {
    scan: { kind: 'index', index, groups, backward: direction === -1, sorted, consumed },
    score: exact ? 10_000 : depth + bonus + (index.multikey.some(Boolean) ? -1 : 0),
    exact,
    depth,
  };
}
