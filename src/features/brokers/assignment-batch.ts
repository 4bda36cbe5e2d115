import { setImmediate } from 'node:timers/promises';
import {
  barriers,
  type Candidate,
  loadPart,
  type NeedToAssign,
  type Ranked,
  ranked,
  steadyParts,
  total,
} from './assignment-score.ts';

/** More than all scores of a batch together, so that asking one more need always comes first. */
const ONE_MORE_NEED = 1e9;
/** Points for each working day waited, up to 40 days: decides who waits when room is short. */
const POINTS_A_DAY_WAITED = 5;
const SLICE_MS = 10;

export type BatchResult = {
  assigned: (Ranked & { needId: string })[];
  /** Needs for which nobody is left who may be asked. */
  unassigned: string[];
};

/**
 * Deals needs out to brokers as one problem: as many needs as possible find a broker, and the sum
 * of their scores is the greatest there is. Each further need of one broker earns fewer load
 * points, so the work is spread.
 *
 * A minimum-cost flow by successive shortest paths. The graph that is searched has the brokers for
 * its nodes (and one for "nobody"): the edge b → c costs the cheapest move of a need from b to c.
 * Needs enter one by one in the order of their ids, so the same input gives the same answer in any
 * order. The event loop gets a turn every ten milliseconds.
 */
export async function assignBatch(
  needs: readonly NeedToAssign[],
  brokers: readonly Candidate[],
  days: { from: string; to: string },
): Promise<BatchResult> {
  const sortedNeeds = [...needs].sort(byId);
  const sortedBrokers = [...brokers].sort(byId);
  const pause = timeSlices();
  const nobody = sortedBrokers.length;
  const places = sortedBrokers.map(() => new Set<number>());
  places.push(new Set());

  const gains: Float64Array[] = [];
  for (const need of sortedNeeds) {
    gains.push(gainsOf(need, sortedBrokers, days));
    await pause();
  }
  const moves = places.map(() => new Float64Array(nobody + 1).fill(Infinity));
  const refresh = (from: number) => cheapestMoves(moves[from]!, places[from]!, from, gains);

  for (let need = 0; need < sortedNeeds.length; need += 1) {
    const path = cheapestPath(gains[need]!, moves, (broker) =>
      broker === nobody ? 0 : endCost(sortedBrokers[broker]!, places[broker]!.size),
    );
    shift(path, need, places, gains);
    for (const broker of path) refresh(broker);
    await pause();
  }

  return report(sortedNeeds, sortedBrokers, places);
}

/** What asking each broker about this need is worth without load; −Infinity: must not be asked. */
function gainsOf(
  need: NeedToAssign,
  brokers: readonly Candidate[],
  days: { from: string; to: string },
): Float64Array {
  const waited = POINTS_A_DAY_WAITED * Math.min(40, need.waitedDays ?? 0);
  const gains = new Float64Array(brokers.length + 1);
  brokers.forEach((broker, index) => {
    gains[index] =
      barriers(need, broker, days).length > 0
        ? -Infinity
        : ONE_MORE_NEED + waited + total(steadyParts(need, broker));
  });
  return gains;
}

/** The price of ending at this broker: the load points of the next place, or no place at all. */
function endCost(broker: Candidate, dealt: number): number {
  const load = broker.load + dealt;
  return load < broker.capacity ? -loadPart(load, broker.capacity).points : Infinity;
}

/** For each broker, the least that is lost by moving one need of `from` there. */
function cheapestMoves(
  row: Float64Array,
  held: ReadonlySet<number>,
  from: number,
  gains: readonly Float64Array[],
): void {
  row.fill(Infinity);
  for (const need of held) {
    const gain = gains[need]!;
    const here = gain[from]!;
    for (let to = 0; to < row.length; to += 1) {
      const loss = here - gain[to]!;
      if (loss < row[to]!) row[to] = loss;
    }
  }
}

/**
 * The cheapest way to place one more need: the brokers from the one who takes it to the one whose
 * load grows, each passing one need on to the next. Costs may be negative, but no cycle is, for
 * the places dealt so far are the best there are (Bellman–Ford).
 */
function cheapestPath(
  gain: Float64Array,
  moves: readonly Float64Array[],
  endCostOf: (broker: number) => number,
): number[] {
  const cost = gain.map((value) => -value);
  const before = new Int32Array(gain.length).fill(-1);
  for (let round = 0, changed = true; changed && round < gain.length; round += 1) {
    changed = false;
    for (let from = 0; from < gain.length; from += 1) {
      if (cost[from] === Infinity) continue;
      const row = moves[from]!;
      for (let to = 0; to < row.length; to += 1) {
        const through = cost[from]! + row[to]!;
        if (to !== from && through < cost[to]!) {
          cost[to] = through;
          before[to] = from;
          changed = true;
        }
      }
    }
  }
  let end = gain.length - 1;
  let least = cost[end]! + endCostOf(end);
  for (let broker = 0; broker < gain.length - 1; broker += 1) {
    const whole = cost[broker]! + endCostOf(broker);
    if (whole < least) [end, least] = [broker, whole];
  }
  const path = [end];
  while (before[path[0]!]! >= 0) path.unshift(before[path[0]!]!);
  return path;
}

/** Carries out a path: each broker on it takes a need and hands the cheapest one to the next. */
function shift(
  path: readonly number[],
  entering: number,
  places: readonly Set<number>[],
  gains: readonly Float64Array[],
): void {
  let moving = entering;
  path.forEach((broker, index) => {
    const next = path[index + 1];
    const handed =
      next === undefined ? undefined : cheapestToMove(places[broker]!, broker, next, gains);
    places[broker]!.add(moving);
    if (handed === undefined) return;
    places[broker]!.delete(handed);
    moving = handed;
  });
}

function cheapestToMove(
  held: ReadonlySet<number>,
  from: number,
  to: number,
  gains: readonly Float64Array[],
): number {
  let best = -1;
  let least = Infinity;
  for (const need of held) {
    const loss = gains[need]![from]! - gains[need]![to]!;
    // The lowest number wins a draw, for a Set remembers the order of its past.
    if (loss < least || (loss === least && need < best)) [best, least] = [need, loss];
  }
  return best;
}

function report(
  needs: readonly NeedToAssign[],
  brokers: readonly Candidate[],
  places: readonly ReadonlySet<number>[],
): BatchResult {
  const assigned = brokers.flatMap((broker, index) =>
    [...places[index]!]
      .sort((a, b) => a - b)
      .map((need, dealt) => ({
        needId: needs[need]!.id,
        ...ranked(broker.id, [
          ...steadyParts(needs[need]!, broker),
          loadPart(broker.load + dealt, broker.capacity),
        ]),
      })),
  );
  const unassigned = [...places[brokers.length]!].sort((a, b) => a - b).map((n) => needs[n]!.id);
  return { assigned: assigned.sort((a, b) => (a.needId < b.needId ? -1 : 1)), unassigned };
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Lets other work in whenever the present slice has lasted long enough. */
function timeSlices(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < SLICE_MS) return;
    await setImmediate();
    began = performance.now();
  };
}
