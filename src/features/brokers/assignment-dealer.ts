import { type Command, unscoped } from '../../access/actor.ts';
import type { Need } from '../needs/need.ts';
import type { NeedStore } from '../needs/need-store.ts';
import { assignBatch } from './assignment-batch.ts';
import type { AssignmentFollower } from './assignment-follower.ts';
import { type AssignmentProposer, type Choice, candidateOf } from './assignment-proposer.ts';
import type { AssignmentStore } from './assignment-store.ts';

export type AssignmentDealer = ReturnType<typeof createAssignmentDealer>;

/** So many needs are dealt out at a time; the rest follows in the next batch. */
const mostAtOnce = 1_000;

/** Deals the open needs of a district out to its brokers, all as one problem. */
export function createAssignmentDealer(parts: {
  assignments: AssignmentStore;
  needs: NeedStore;
  proposer: AssignmentProposer;
  follow: AssignmentFollower['followAssignment'];
}) {
  const { assignments, needs, proposer } = parts;
  const everyone = unscoped('a batch deals for the whole district');

  /**
   * Open needs for whom a broker may be looked for now: those that have just opened, then those
   * for whom nobody had room, the oldest first.
   */
  async function waiting(district: string): Promise<Need[]> {
    const opened = { 'todo.topic': 'assign', district, status: 'open' };
    const fresh = await firstOf(needs.each(everyone, opened), mostAtOnce);
    const known = await assignments.ofNeeds(fresh.map(({ _id }) => _id));
    const found = fresh.filter(({ _id }) => !proposer.settled(known.get(_id) ?? null));
    const turnedAway = await firstOf(assignments.withoutRoom(district), mostAtOnce - found.length);
    const ids = turnedAway.map(({ needId }) => needId).filter((id) => !known.has(id));
    const theirs = await needs.getMany(everyone, ids);
    return [...found, ...[...theirs.values()].filter(({ status }) => status === 'open')];
  }

  return {
    waiting,

    /** False when another batch may place more needs. */
    async deal(
      cmd: Command,
      district: string,
      batch: readonly Need[],
      signal: AbortSignal,
    ): Promise<boolean> {
      if (batch.length === 0) return true;
      const days = await proposer.answerDays(district, cmd.at);
      const [all, before] = await Promise.all([
        proposer.brokersOf(district),
        assignments.ofNeeds(batch.map(({ _id }) => _id)),
      ]);
      const atHand = new Set(batch.map(({ _id }) => _id));
      const { assigned } = await assignBatch(
        batch.map((need) => proposer.toAssign(need, before.get(need._id), cmd.at)),
        all.map((broker) => candidateOf(broker, (needId) => atHand.has(needId))),
        days,
      );
      const byId = new Map(all.map((broker) => [broker._id, broker]));
      const choices = new Map<string, Choice>(
        assigned.map((one) => [one.needId, { broker: byId.get(one.brokerId)!, ranked: one }]),
      );
      // Progress in a full batch means that the needs behind it may find room as well.
      let done = batch.length < mostAtOnce || assigned.length === 0;
      for (const need of batch) {
        if (signal.aborted) return false;
        const choice = choices.get(need._id);
        const written = await proposer.next(cmd, need, () => (choice ? [choice] : []));
        if (written) await parts.follow(cmd, written);
        else if (choice) done = false;
        await needs.settle(need._id, 'assign', need.revision);
      }
      return done;
    },
  };
}

async function firstOf<T>(rows: AsyncIterable<T>, most: number): Promise<T[]> {
  const first: T[] = [];
  if (most <= 0) return first;
  for await (const row of rows) {
    first.push(row);
    if (first.length >= most) break;
  }
  return first;
}
