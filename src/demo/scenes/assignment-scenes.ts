import { systemActor, unscoped } from '../../access/actor.ts';
import type { Assignment } from '../../features/brokers/assignment.ts';
import { createAssignmentFollower } from '../../features/brokers/assignment-follower.ts';
import { createAssignmentKeeper } from '../../features/brokers/assignment-keeper.ts';
import {
  afterChange,
  candidateOf,
  createAssignmentProposer,
} from '../../features/brokers/assignment-proposer.ts';
import { rankBrokers } from '../../features/brokers/assignment-score.ts';
import type { DecisionCode } from '../../vocabulary.ts';
import type { Stage } from '../stage.ts';

export type AssignmentScenes = ReturnType<typeof createAssignmentScenes>;

const told = unscoped('the demo tells what happened by itself');

/** The rules of assignment, asked at instants of the past and about brokers that the plot names. */
export function createAssignmentScenes({ ctx, cast, as, now }: Stage) {
  const { brokers, assignments, needs } = ctx.stores;
  const proposer = createAssignmentProposer({
    ...{ assignments, brokers, settings: ctx.settings },
    withPeople: async (some) => [...some],
  });
  const follower = createAssignmentFollower({ assignments, needs: ctx.needs });
  const keeper = createAssignmentKeeper({ assignments, brokers, needs });
  const bySystem = (at: Date) => ({ actor: systemActor(cast.district), at });

  async function proposed(needId: string, broker: number, at: Date): Promise<Assignment> {
    const [need, asked, before] = await Promise.all([
      needs.get(told, needId),
      brokers.get(told, cast.person(`broker${broker}`).id),
      assignments.ofNeed(needId),
    ]);
    const days = await proposer.answerDays(need.district, at);
    const candidate = candidateOf(asked, (id) => id === needId);
    const [ranked] = rankBrokers(proposer.toAssign(need, before, at), [candidate], days);
    if (!ranked) throw new Error(`Broker ${broker} cannot be asked about ${need.title}.`);
    const step = { action: 'proposed', todo: afterChange };
    const choice = { broker: asked, ranked };
    const written = await proposer.ask(bySystem(at), need, before, [choice], step);
    if (typeof written === 'string') throw new Error(`Broker ${broker} was not asked: ${written}.`);
    await follower.followAssignment(bySystem(at), written);
    return written;
  }

  /** Gives the places of turns that are over back at once, as the follow-up would. */
  async function release(needId: string): Promise<void> {
    const doc = await assignments.ofNeed(needId);
    if (doc) await keeper.release(doc._id);
  }

  const answered = async (needId: string) => (await assignments.ofNeed(needId))!._id;

  return {
    propose: proposed,

    async accept(needId: string, broker: number, at: Date): Promise<void> {
      await ctx.assignments.accept(as(`broker${broker}`, at), await answered(needId));
    },

    async decline(needId: string, broker: number, at: Date, code: DecisionCode): Promise<void> {
      const cmd = as(`broker${broker}`, at);
      await ctx.assignments.decline(cmd, await answered(needId), { code });
      await release(needId);
    },

    /** The time to answer runs out, at the first second of the day after. */
    async expire(needId: string): Promise<Date> {
      const doc = (await assignments.ofNeed(needId))!;
      const at = new Date(doc.due!.getTime() + 1_000);
      await keeper.expire(bySystem(at), doc._id);
      await follower.followAssignment(bySystem(at), (await assignments.ofNeed(needId))!);
      await release(needId);
      return at;
    },

    /** The next move by the rules: after three misses, the bureau. */
    async next(needId: string, at: Date): Promise<void> {
      const written = await proposer.next(bySystem(at), await needs.get(told, needId));
      if (written) await follower.followAssignment(bySystem(at), written);
    },

    /** The clock of the first contact is looked at on its day, made or not. */
    async firstContact(needId: string): Promise<void> {
      const doc = await assignments.ofNeed(needId);
      if (!doc?.due || doc.due >= now) return;
      await keeper.firstContact(bySystem(new Date(doc.due.getTime() + 1_000)), doc._id);
    },

    /** The need was closed: its broker is free again. */
    async closed(needId: string, at: Date): Promise<void> {
      await follower.followNeed(bySystem(at), await needs.get(told, needId));
      await release(needId);
    },
  };
}
