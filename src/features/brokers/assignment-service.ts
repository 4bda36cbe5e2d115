import { type Actor, type Command, unscoped } from '../../access/actor.ts';
import { workingDeadline } from '../../calendar/working-days.ts';
import { AppError, conflict, forbidden, invalidField, notFound } from '../../errors.ts';
import type { Filter } from '../../store/filter.ts';
import type { PageRequest } from '../../store/page.ts';
import type { DecisionCode } from '../../vocabulary.ts';
import type { Need } from '../needs/need.ts';
import type { NeedStore } from '../needs/need-store.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import {
  type Assignment,
  type AssignmentMove,
  accept,
  canAssignment,
  canMove,
  endProposal,
} from './assignment.ts';
import type { createAssignmentCandidates } from './assignment-candidates.ts';
import type { AssignmentFollower } from './assignment-follower.ts';
import type { createAssignmentNaming } from './assignment-naming.ts';
import { type AssignmentProposer, afterChange, candidateOf } from './assignment-proposer.ts';
import { barriers } from './assignment-score.ts';
import type { AssignmentStore } from './assignment-store.ts';
import { conflictingParties } from './broker.ts';
import type { BrokerStore } from './broker-store.ts';

export function createAssignmentService(parts: {
  assignments: AssignmentStore;
  brokers: BrokerStore;
  needs: NeedStore;
  settings: SettingsService;
  proposer: AssignmentProposer;
  follow: AssignmentFollower['followAssignment'];
  candidates: ReturnType<typeof createAssignmentCandidates>;
  namesOf: ReturnType<typeof createAssignmentNaming>;
}) {
  const { assignments, brokers, needs, settings, proposer } = parts;
  const ofTheNeed = unscoped('the assignment is in sight, and its need is judged with it');

  function demand(doc: Assignment, move: AssignmentMove, need?: Need): void {
    if (doc.endedAt || need?.status === 'closed') {
      throw conflict('need_closed', 'The need is closed.');
    }
    if (!canMove(doc, move)) {
      throw conflict('wrong_state', `An assignment that is ${doc.status} cannot ${move}.`);
    }
  }

  /** Who was asked a moment ago and has lost the race gets a conflict, not a riddle. */
  async function answerInTime<T>(actor: Actor, id: string, act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
      const had = await assignments.find(unscoped('had the actor a turn?'), {
        _id: id,
        'turns.brokerId': actor.id,
      });
      throw had ? conflict('turn_is_over', 'You are no longer asked about this need.') : error;
    }
  }

  /** The need's copy follows at once; when that fails, the follow-up does it again. */
  async function followed(cmd: Command, written: Assignment): Promise<Assignment> {
    await parts.follow(cmd, written).catch(() => {});
    return written;
  }

  return {
    candidates: parts.candidates,
    namesOf: parts.namesOf,

    get: (actor: Actor, id: string) => assignments.get(actor, id),

    list: (actor: Actor, filter: Filter, page: PageRequest) =>
      assignments.list(actor, filter, page),

    /** The assignment of a need in sight. */
    async ofNeed(actor: Actor, needId: string): Promise<Assignment> {
      await needs.get(actor, needId);
      const found = await assignments.find(actor, { needId });
      if (!found) throw notFound('assignment');
      return found;
    },

    async accept(cmd: Command, id: string): Promise<Assignment> {
      const step = { action: 'accepted', todo: afterChange };
      const written = await answerInTime(cmd.actor, id, () =>
        assignments.change(cmd, cmd.actor, id, step, async (doc) => {
          if (!canAssignment(cmd.actor, 'answer', doc)) throw forbidden();
          demand(doc, 'accept');
          if (doc.due && doc.due <= cmd.at) {
            throw conflict('term_over', 'The time to answer is over.');
          }
          const [broker, need] = await Promise.all([
            brokers.get(ofTheNeed, doc.brokerId!),
            needs.get(ofTheNeed, doc.needId),
          ]);
          demand(doc, 'accept', need);
          if (conflictingParties(broker, [need.organizationId, ...need.instituteIds]).length > 0) {
            throw conflict('conflict_of_interest', 'You have a tie to one of the parties.');
          }
          const { firstContactWorkingDays } = await settings.of(doc.district);
          return accept(doc, cmd.at, workingDeadline(cmd.at, firstContactWorkingDays));
        }),
      );
      return followed(cmd, written);
    },

    async decline(
      cmd: Command,
      id: string,
      { code, note }: { code: DecisionCode; note?: string | undefined },
    ): Promise<Assignment> {
      const step = { action: 'declined', code, note, todo: ['propose', ...afterChange] };
      const written = await answerInTime(cmd.actor, id, () =>
        assignments.change(cmd, cmd.actor, id, step, (doc) => {
          if (!canAssignment(cmd.actor, 'answer', doc)) throw forbidden();
          demand(doc, 'decline');
          return endProposal(doc, { outcome: 'declined', code, ...(note && { note }) }, cmd.at);
        }),
      );
      return followed(cmd, written);
    },

    /** The bureau names the broker, who is asked like any other; possible at any time. */
    async reassign(
      cmd: Command,
      id: string,
      { brokerId, note }: { brokerId: string; note?: string | undefined },
      ifMatch: number | undefined,
    ): Promise<Assignment> {
      for (let attempt = 0; attempt < 4; attempt += 1) {
        const before = await assignments.get(cmd.actor, id);
        if (!canAssignment(cmd.actor, 'reassign', before)) throw forbidden();
        if (ifMatch !== undefined && ifMatch !== before.revision) {
          throw new AppError(412, 'stale_revision', 'It was changed since you read it.');
        }
        demand(before, 'reassign');
        if (before.brokerId === brokerId) {
          throw conflict('same_broker', 'This broker is on the need already.');
        }
        const [broker, need] = await Promise.all([
          proposer.brokerAsOfNow(cmd.actor, brokerId),
          needs.get(ofTheNeed, before.needId),
        ]);
        demand(before, 'reassign', need);
        if (!broker) {
          throw invalidField('brokerId', 'unknown', 'No such broker in your district.');
        }
        const candidate = candidateOf(broker, (needId) => needId === need._id);
        const days = await proposer.answerDays(need.district, cmd.at);
        // The bureau may ask once more who has declined: it has a telephone.
        const asked = { ...proposer.toAssign(need, before, cmd.at), missed: [] };
        const found = barriers(asked, candidate, days);
        if (found.length > 0) throw notEligible(found);
        const step = { action: 'reassigned', note, by: cmd.actor.id, todo: afterChange };
        const written = await proposer.ask(cmd, need, before, [{ broker }], step);
        if (typeof written !== 'string') return followed(cmd, written);
      }
      throw conflict('busy', 'Others are changing this assignment right now. Try again.');
    },
  };
}

function notEligible(found: readonly string[]) {
  return conflict(
    found.includes('conflict_of_interest') ? 'conflict_of_interest' : 'broker_not_eligible',
    `This broker cannot be asked: ${found.join(', ')}.`,
    found.map((code) => ({ path: 'brokerId', code, message: barrierMessages[code] ?? code })),
  );
}

const barrierMessages: Record<string, string> = {
  inactive: 'The broker takes no new needs.',
  other_district: 'The broker works in another district.',
  no_capacity: 'The broker has no room: raise the capacity first.',
  on_leave: 'The broker is on leave during the time to answer.',
  conflict_of_interest: 'The broker has a tie to one of the parties.',
  vetted_this_need: 'The broker vetted this need.',
};
