import { type Conditions, conditionsOf } from './bounds.ts';
import type { Doc } from './bson-decode.ts';
import type { Collection, Index } from './catalog.ts';
import {
  type Candidate,
  consider,
  type IndexScan,
  open,
  type Plan,
  type PlanRequest,
} from './plan-candidates.ts';
import { toNumber } from './values.ts';

function hinted(collection: Collection, hint: unknown): Index | undefined {
  if (typeof hint === 'string') return collection.indexes.find((index) => index.name === hint);
  const key = JSON.stringify(hint);
  return collection.indexes.find((index) => JSON.stringify(index.spec.key) === key);
}

function wholeIndex(index: Index): IndexScan {
  const intervals = [{ low: index.prefix, high: Buffer.concat([index.prefix, open]) }];
  return {
    kind: 'index',
    index,
    groups: [{ prefix: 4, intervals }],
    backward: false,
    sorted: false,
    consumed: 0,
  };
}

/** One plan for each branch of an `$or`, where every branch has an index. */
function unionPlan(collection: Collection, conditions: Conditions, request: PlanRequest) {
  for (const branches of conditions.anyOf) {
    const plans: IndexScan[] = [];
    for (const branch of branches) {
      const inner = conditionsOf(branch);
      const both = { all: [...conditions.all, ...inner.all], anyOf: inner.anyOf };
      const best = bestScan(collection.indexes, both, { ...request, sort: [] });
      if (!best) break;
      plans.push(best.scan);
    }
    if (plans.length === branches.length) return { kind: 'union', plans, sorted: false } as const;
  }
  return undefined;
}

const probeLimit = 200;
const maxProbes = 50;

/**
 * So many keys are few. Where a limit is higher, an index that gives the order must read to its end
 * before it knows that there are not as many rows.
 */
const fewKeys = ({ limit = 0 }: PlanRequest) => Math.max(probeLimit, limit);

/** How many keys these scans have to read, counted no further than what is few. */
function estimate(scans: readonly IndexScan[], request: PlanRequest): number {
  const most = fewKeys(request);
  let keys = 0;
  let probes = 0;
  for (const { intervals } of scans.flatMap(({ groups }) => groups)) {
    for (const { low, high } of intervals) {
      keys += request.probe!(low, high, most - keys);
      if (keys >= most || ++probes >= maxProbes) return most;
    }
  }
  return keys;
}

/**
 * The best index by the rules; where several are in play, one that is seen to hold few keys wins,
 * and beats an index that only gives the order.
 */
function bestScan(
  indexes: Index[],
  conditions: Conditions,
  request: PlanRequest,
): Candidate | undefined {
  const candidates: Candidate[] = [];
  for (const index of indexes) {
    const candidate = consider(index, conditions, request);
    if (candidate?.exact) return candidate;
    if (candidate) candidates.push(candidate);
  }
  candidates.sort((a, b) => b.score - a.score);
  const [best] = candidates;
  if (!best || candidates.length === 1 || !request.probe) return best;
  const ordered = Boolean(request.limit) && Boolean(request.sort?.length) && best.scan.sorted;
  let chosen = best;
  let least = ordered ? fewKeys(request) : estimate([best.scan], request);
  for (const candidate of candidates.slice(1, 4)) {
    if (candidate.depth === 0 || least === 0) continue;
    const keys = estimate([candidate.scan], request);
    if (keys < least) {
      chosen = candidate;
      least = keys;
    }
  }
  return chosen;
}

/** Picks the index by equality prefix, then range, then sort; every candidate is rechecked later. */
export function planQuery(collection: Collection, request: PlanRequest): Plan {
  const sort = request.sort ?? [];
  const natural = sort.length === 1 && sort[0]![0] === '$natural' ? sort[0]![1] : undefined;
  const hint = request.hint as Doc | undefined;
  const hintNatural = hint && typeof hint === 'object' ? hint.$natural : undefined;
  if (natural !== undefined || hintNatural !== undefined) {
    const backward = toNumber(natural ?? hintNatural) < 0;
    return { kind: 'collection', backward, sorted: natural !== undefined || sort.length === 0 };
  }
  const conditions = conditionsOf(request.filter);
  const forced = request.hint === undefined ? undefined : hinted(collection, request.hint);
  if (forced) return consider(forced, conditions, request)?.scan ?? wholeIndex(forced);
  const best = bestScan(collection.indexes, conditions, request);
  const good = best && best.score >= 6 + (sort.length && best.scan.sorted ? 5 : 0);
  if (good && best.depth > 0) return best.scan;
  const union =
    conditions.anyOf.length > 0 ? unionPlan(collection, conditions, request) : undefined;
  // What only gives the order reads past all that does not match; a few found rows sort at once.
  const few = union && request.probe && estimate(union.plans, request) < fewKeys(request);
  if (union && (few || !good)) return union;
  if (best) return best.scan;
  return { kind: 'collection', backward: false, sorted: sort.length === 0 };
}
