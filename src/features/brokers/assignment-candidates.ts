import { type Actor, unscoped } from '../../access/actor.ts';
import { forbidden } from '../../errors.ts';
import type { BrokerBarrier } from '../../vocabulary.ts';
import type { NeedStore } from '../needs/need-store.ts';
import type { OrganizationStore } from '../organizations/organization-store.ts';
import { canAssignment, missedBrokers } from './assignment.ts';
import { type AssignmentProposer, candidateOf } from './assignment-proposer.ts';
import { barriers, loadPart, ranked, type ScorePart, steadyParts } from './assignment-score.ts';
import type { AssignmentStore } from './assignment-store.ts';
import { type Broker, conflictingParties } from './broker.ts';

/** A broker as the office weighs one for a need. */
export interface AssignmentCandidate {
  broker: Broker;
  load: number;
  score: number;
  parts: ScorePart[];
  /** Why this one cannot be named; none: may be. */
  barriers: BrokerBarrier[];
  /** The parties with which this one must not deal. */
  conflicts: { id: string; name: string }[];
  /** Was asked about this need before, and did not take it: may be asked again by the office. */
  asked: boolean;
}

/** Whom the office may name for a need, best first; then those whom it may not, with the reason. */
export function createAssignmentCandidates(parts: {
  assignments: AssignmentStore;
  needs: NeedStore;
  organizations: OrganizationStore;
  proposer: AssignmentProposer;
}) {
  const { assignments, needs, organizations, proposer } = parts;
  const ofTheNeed = unscoped('the assignment is in sight, and its need is judged with it');
  return async function candidates(
    actor: Actor,
    id: string,
    at: Date,
  ): Promise<AssignmentCandidate[]> {
    const assignment = await assignments.get(actor, id);
    if (!canAssignment(actor, 'reassign', assignment)) throw forbidden();
    const need = await needs.get(ofTheNeed, assignment.needId);
    const [all, days] = await Promise.all([
      proposer.brokersOf(need.district),
      proposer.answerDays(need.district, at),
    ]);
    const missed = missedBrokers(assignment.turns);
    // As in naming one: who declined may be asked once more, for the office has a telephone.
    const asked = { ...proposer.toAssign(need, assignment, at), missed: [] };
    const names = await organizations.getMany(ofTheNeed, asked.parties);
    return all
      .filter(({ _id }) => _id !== assignment.brokerId)
      .map((broker) => {
        const candidate = candidateOf(broker, (needId) => needId === need._id);
        const { load, capacity } = candidate;
        const { score, parts } = ranked(broker._id, [
          ...steadyParts(asked, candidate),
          loadPart(load, capacity),
        ]);
        return {
          broker,
          load,
          score,
          parts,
          barriers: barriers(asked, candidate, days),
          conflicts: conflictingParties(broker, asked.parties).map((party) => ({
            id: party,
            name: names.get(party)?.name ?? party,
          })),
          asked: missed.includes(broker._id),
        };
      })
      .sort(
        (a, b) =>
          Number(a.barriers.length > 0) - Number(b.barriers.length > 0) ||
          b.score - a.score ||
          (a.broker._id < b.broker._id ? -1 : 1),
      );
  };
}
