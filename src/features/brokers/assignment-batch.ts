import { setImmediate } from 'node:timers/promises';
import { dealAll } from './assignment-flow.ts';
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
 * points, so the work is spread. Needs enter in the order of their ids, so the same needs give the
 * same answer in any order. The event loop gets a turn every ten milliseconds.
 */
export async function assignBatch(
  needs: readonly NeedToAssign[],
  brokers: readonly Candidate[],
  days: { from: string; to: string },
): Promise<BatchResult> {
  const sortedNeeds = [...needs].sort(byId);
  const sortedBrokers = [...brokers].sort(byId);
  const pause = timeSlices();
  const gains: Float64Array[] = [];
  for (const need of sortedNeeds) {
    gains.push(gainsOf(need, sortedBrokers, days));
    await pause();
  }
  const places = await dealAll(
    gains,
    sortedBrokers.map((broker) => (dealt: number) => endCost(broker, dealt)),
    pause,
  );
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
