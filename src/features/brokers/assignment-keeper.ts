import { type Command, unscoped } from '../../access/actor.ts';
import { shanghaiDate } from '../../calendar/dates.ts';
import type { NeedStore } from '../needs/need-store.ts';
import { type Assignment, canMove, endProposal, escalate, presentTurn } from './assignment.ts';
import { afterChange } from './assignment-proposer.ts';
import type { AssignmentStore } from './assignment-store.ts';
import { conflictingParties, isOnLeave } from './broker.ts';
import type { BrokerStore } from './broker-store.ts';

export type AssignmentKeeper = ReturnType<typeof createAssignmentKeeper>;

/** What happens to assignments by themselves: time runs out, brokers change, places come free. */
export function createAssignmentKeeper(parts: {
  assignments: AssignmentStore;
  brokers: BrokerStore;
  needs: NeedStore;
}) {
  const { assignments, brokers, needs } = parts;
  const byItself = unscoped('what happens by itself has no actor');
  const next = ['propose', ...afterChange];

  /** A proposal whose time is over passes to the next broker. */
  async function expire(cmd: Command, id: string): Promise<void> {
    const isOver = (doc: Assignment) =>
      canMove(doc, 'expire') && !doc.endedAt && doc.due !== undefined && doc.due <= cmd.at;
    const doc = await assignments.find(byItself, { _id: id });
    if (!doc || !isOver(doc)) return;
    const step = { action: 'expired', ifMatch: doc.revision, todo: next };
    await assignments.change(cmd, byItself, id, step, (now) =>
      endProposal(now, { outcome: 'expired' }, cmd.at),
    );
  }

  /** The time to the first contact is over: kept in the history, and told, once. */
  async function firstContact(cmd: Command, id: string): Promise<void> {
    const doc = await assignments.find(byItself, { _id: id });
    if (doc?.status !== 'accepted' || doc.endedAt || !doc.due || doc.due > cmd.at) return;
    const need = await needs.find(byItself, { _id: doc.needId });
    const made = need !== null && need.status !== 'open';
    const action = made ? 'first_contact_made' : 'first_contact_overdue';
    const step = { action, ifMatch: doc.revision, todo: made ? [] : ['notify'] };
    await assignments.change(cmd, byItself, id, step, () => ({
      due: undefined,
      ...(!made && { contactOverdue: true }),
    }));
  }

  /**
   * After a broker's profile changed: an open question is called back from who is away, inactive
   * or tied to a party; a lead with a tie goes to the bureau. Less capacity takes nothing away.
   */
  async function brokerChanged(cmd: Command, brokerId: string): Promise<void> {
    const broker = await brokers.find(byItself, { _id: brokerId });
    if (!broker) return;
    const today = shanghaiDate(cmd.at);
    for await (const doc of assignments.carriedBy(brokerId)) {
      const need = await needs.find(byItself, { _id: doc.needId });
      if (!need) continue;
      const tied =
        conflictingParties(broker, [need.organizationId, ...need.instituteIds]).length > 0;
      const lastDay = shanghaiDate(new Date((doc.due ?? cmd.at).getTime() - 1));
      const away = !broker.active || isOnLeave(broker.leave, today, lastDay);
      const asked = doc.status === 'proposed';
      if (!tied && !(asked && away)) continue;
      const step = {
        action: asked ? 'recalled' : 'escalated',
        note: tied ? 'conflict_of_interest' : 'broker_away',
        ifMatch: doc.revision,
        todo: asked ? next : afterChange,
      };
      await assignments.change(cmd, byItself, doc._id, step, (now) =>
        asked
          ? endProposal(now, { outcome: 'recalled' }, cmd.at)
          : escalate(now, 'conflict_of_interest', cmd.at),
      );
    }
  }

  /**
   * Gives back the places of turns that are over, and counts their brokers' record anew. Answers
   * the district in which a place came free, if one did.
   */
  async function release(id: string): Promise<string | null> {
    const doc = await assignments.find(byItself, { _id: id });
    const over = doc?.turns.filter((turn) => turn.outcome) ?? [];
    for (const turn of over) await brokers.release(turn.brokerId, turn.id);
    for (const brokerId of new Set(over.map((turn) => turn.brokerId))) {
      await brokers.keepRecord(brokerId, await assignments.record(brokerId));
    }
    return doc && over.length > 0 ? doc.district : null;
  }

  /**
   * Claims that no assignment stands behind, left by a process that was killed. A claim is for one
   * revision of one assignment: once that is past without the claim's turn, nothing can use it.
   */
  async function dropDeadClaims(signal: AbortSignal): Promise<void> {
    for await (const { _id, claims } of brokers.claimants()) {
      if (signal.aborted) return;
      const needIds = claims.map(({ needId }) => needId);
      const [found, theirs] = await Promise.all([
        assignments.ofNeeds(needIds),
        needs.getMany(byItself, needIds),
      ]);
      for (const claim of claims) {
        const doc = found.get(claim.needId);
        const turn = doc && presentTurn(doc);
        const used = turn?.id === claim.turnId && turn.brokerId === _id;
        const past = doc
          ? doc.revision >= claim.revision
          : (theirs.get(claim.needId)?.status ?? 'closed') === 'closed';
        if (!used && past) await brokers.release(_id, claim.turnId);
      }
    }
  }

  return { expire, firstContact, brokerChanged, release, dropDeadClaims };
}
