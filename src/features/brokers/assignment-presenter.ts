import { type Actor, hasRole } from '../../access/actor.ts';
import { presentStored } from '../../store/present.ts';
import type { Assignment, Turn } from './assignment.ts';
import { actionsOnAssignment } from './assignment-actions.ts';
import type { AssignmentCandidate } from './assignment-candidates.ts';
import type { AssignmentNames } from './assignment-naming.ts';
import type { AssignmentAnswer, CandidateAnswer } from './assignment-schema.ts';

/**
 * An assignment as one reader may see it: the office all of it; the enterprise who was asked and
 * how it went, without what was weighed; a broker only the own turns.
 */
export function presentAssignment(
  actor: Actor,
  doc: Assignment,
  now: Date,
  names: AssignmentNames,
): AssignmentAnswer {
  const office = hasRole(actor, 'bureau', 'admin', 'system') && actor.district === doc.district;
  const ownFirm = doc.organizationId === actor.organizationId;
  const turns = doc.turns.filter((turn) => office || ownFirm || turn.brokerId === actor.id);
  return {
    ...presentStored(doc),
    actions: actionsOnAssignment(actor, doc, now),
    needId: doc.needId,
    need: names.need(doc),
    district: doc.district,
    ...(doc.brokerId && { brokerId: doc.brokerId, broker: named(doc.brokerId, names) }),
    status: doc.status,
    ...(doc.due && { due: doc.due.toISOString() }),
    overdue: doc.due !== undefined && doc.due <= now && !doc.endedAt,
    ...(doc.contactOverdue && { contactOverdue: true }),
    ...(doc.escalation && { escalation: doc.escalation }),
    ...(doc.endedAt && { endedAt: doc.endedAt.toISOString() }),
    turn: turnOf(doc),
    history: turns.map((turn) => presentTurn(turn, office, names)),
  };
}

const named = (id: string, names: AssignmentNames) => ({ id, name: names.broker(id) ?? id });

/** A broker as the office weighs one, with what it reads of every broker. */
export function presentCandidate(found: AssignmentCandidate, today: string): CandidateAnswer {
  const { broker, ...rest } = found;
  const { _id, name, grade, fields, capacity, leave, record } = broker;
  return {
    ...rest,
    brokerId: _id,
    name,
    grade,
    fields: [...fields],
    capacity,
    leave: leave.filter(({ to }) => to >= today),
    record,
  };
}

function presentTurn(
  turn: Turn,
  office: boolean,
  names: AssignmentNames,
): AssignmentAnswer['history'][number] {
  const by =
    office && turn.by ? { id: turn.by, name: names.person(turn.by) ?? turn.by } : undefined;
  return {
    id: turn.id,
    brokerId: turn.brokerId,
    broker: named(turn.brokerId, names),
    at: turn.at.toISOString(),
    due: turn.due.toISOString(),
    outcome: turn.outcome ?? (turn.acceptedAt ? 'accepted' : 'proposed'),
    ...(turn.acceptedAt && { acceptedAt: turn.acceptedAt.toISOString() }),
    ...(turn.endedAt && { endedAt: turn.endedAt.toISOString() }),
    ...(turn.code && { code: turn.code }),
    ...(turn.note && { note: turn.note }),
    ...(by && { by: by.id, byName: by.name }),
    ...(office && turn.score !== undefined && { score: turn.score }),
    ...(office && turn.parts && { parts: [...turn.parts] }),
  };
}

/** Whom everyone else waits for, and what they owe. */
function turnOf(doc: Assignment): AssignmentAnswer['turn'] {
  if (doc.endedAt) return null;
  switch (doc.status) {
    case 'proposed':
      return { side: 'broker', action: 'answer' };
    case 'accepted':
      return { side: 'broker', action: doc.due ? 'first_contact' : 'follow_up' };
    case 'escalated':
      return { side: 'bureau', action: 'reassign' };
    default:
      return { side: 'system', action: 'propose' };
  }
}
