import { type Actor, hasRole } from '../../access/actor.ts';
import { actionsThat } from '../../schema/actions.ts';
import { type Assignment, type AssignmentMove, canAssignment, canMove } from './assignment.ts';

export const assignmentActionNames = ['accept', 'decline', 'reassign'] as const;

export function actionsOnAssignment(actor: Actor, doc: Assignment, now: Date) {
  const open = (move: AssignmentMove) => !doc.endedAt && canMove(doc, move);
  const answers = hasRole(actor, 'broker') && canAssignment(actor, 'answer', doc);
  const inTime = doc.due === undefined || doc.due > now;
  return actionsThat(actor, 'assignments', {
    accept: answers && inTime && open('accept'),
    decline: answers && open('decline'),
    reassign: canAssignment(actor, 'reassign', doc) && open('reassign'),
  });
}
