import { type Actor, hasRole } from '../../access/actor.ts';
import type { Stored } from '../../store/stored.ts';
import {
  type AssignmentStatus,
  assignmentStatuses,
  type DecisionCode,
  type EscalationReason,
  type TurnOutcome,
} from '../../vocabulary.ts';
import type { ScorePart } from './assignment-score.ts';

/**
 * Which status each move may start from, and where it leads: the whole life of an assignment.
 * `recall` takes a proposal back without blaming the broker (leave, conflict, a closed need);
 * `reassign` is the bureau's word, possible at any time.
 */
export const assignmentMoves = {
  propose: { from: ['declined', 'expired', 'escalated'], to: 'proposed' },
  accept: { from: ['proposed'], to: 'accepted' },
  decline: { from: ['proposed'], to: 'declined' },
  expire: { from: ['proposed'], to: 'expired' },
  recall: { from: ['proposed'], to: 'expired' },
  escalate: { from: ['declined', 'expired', 'accepted'], to: 'escalated' },
  reassign: { from: assignmentStatuses, to: 'proposed' },
} as const satisfies Record<string, { from: readonly AssignmentStatus[]; to: AssignmentStatus }>;
export type AssignmentMove = keyof typeof assignmentMoves;

/** One broker's turn: proposed, perhaps accepted, ended. Without an outcome it is the present one. */
export interface Turn {
  id: string;
  brokerId: string;
  at: Date;
  /** 24:00 in Shanghai of the last day to answer. */
  due: Date;
  /** The person of the bureau who named the broker; absent when the system did. */
  by?: string;
  /** Tenths of a percent, and what it is made of. */
  score?: number;
  parts?: readonly ScorePart[];
  acceptedAt?: Date;
  outcome?: Exclude<TurnOutcome, 'proposed' | 'accepted'>;
  endedAt?: Date;
  code?: DecisionCode;
  note?: string;
}

/** What moves; every field is always named, so that a move also says what it takes away. */
export interface AssignmentState {
  status: AssignmentStatus;
  /** The one broker of the need: asked while `proposed`, leading while `accepted`, else none. */
  brokerId?: string | undefined;
  /** When the present status runs out: the answer's while proposed, the first contact's after. */
  due?: Date | undefined;
  escalation?: EscalationReason | undefined;
  /** Set once the need is closed: the last broker stays named, and carries it no longer. */
  endedAt?: Date | undefined;
  /** The need was solved under its last broker. */
  solved?: boolean | undefined;
  /** The lead let the time to the first contact run out. */
  contactOverdue?: boolean | undefined;
  turns: readonly Turn[];
}

/** The one assignment of a need; "never two leads" is an invariant of this one document. */
export interface Assignment extends Stored {
  needId: string;
  organizationId: string;
  district: string;
  status: AssignmentStatus;
  brokerId?: string;
  due?: Date;
  escalation?: EscalationReason;
  endedAt?: Date;
  solved?: boolean;
  contactOverdue?: boolean;
  turns: readonly Turn[];
}

export type NewTurn = Omit<Turn, 'at' | 'acceptedAt' | 'outcome' | 'endedAt' | 'code' | 'note'>;

type Before = Pick<AssignmentState, 'status' | 'turns' | 'brokerId' | 'endedAt'>;

/** True when the move may be made now (`undefined`: no assignment yet). */
export function canMove(state: Before | undefined, move: AssignmentMove): boolean {
  if (state === undefined) return move === 'propose' || move === 'escalate';
  // A need that was closed and comes back starts anew.
  if (state.endedAt) return move === 'propose' || move === 'escalate';
  return (assignmentMoves[move].from as readonly string[]).includes(state.status);
}

/** The turn that is not over: asked now, or leading. */
export function presentTurn(state: Pick<Before, 'turns'>): Turn | undefined {
  return state.turns.find((turn) => !turn.outcome);
}

/** Brokers whose turn on this need ended without an answer or with a no: never asked again. */
export function missedBrokers(turns: readonly Turn[]): string[] {
  return turns
    .filter((turn) => turn.outcome === 'declined' || turn.outcome === 'expired')
    .map((turn) => turn.brokerId);
}

/** A new broker is asked; the present turn, if there is one, is replaced. */
export function propose(before: Before | undefined, turn: NewTurn, at: Date): AssignmentState {
  const turns = endTurn(before?.turns ?? [], { outcome: 'replaced', endedAt: at });
  return {
    ...cleared,
    status: 'proposed',
    brokerId: turn.brokerId,
    due: turn.due,
    turns: [...turns, { ...turn, at }],
  };
}

/** The broker takes the need; `firstContactDue` is the next clock. */
export function accept(before: Before, at: Date, firstContactDue: Date): AssignmentState {
  return {
    ...cleared,
    status: 'accepted',
    brokerId: before.brokerId,
    due: firstContactDue,
    turns: endTurn(before.turns, { acceptedAt: at }),
  };
}

/** The present turn ends without a lead: declined (with its code), out of time, or called back. */
export function endProposal(
  before: Before,
  end: { outcome: 'declined' | 'expired' | 'recalled'; code?: DecisionCode; note?: string },
  at: Date,
): AssignmentState {
  return {
    ...cleared,
    status: end.outcome === 'declined' ? 'declined' : 'expired',
    turns: endTurn(before.turns, { ...end, endedAt: at }),
  };
}

/** Nobody leads, and the bureau decides. */
export function escalate(
  before: Before | undefined,
  escalation: EscalationReason,
  at: Date,
): AssignmentState {
  const turns = endTurn(before?.turns ?? [], { outcome: 'recalled', endedAt: at });
  return { ...cleared, status: 'escalated', escalation, turns };
}

/** The need is closed: a lead ends well or badly, an open question is called back. */
export function end(before: Before, solved: boolean, at: Date): AssignmentState {
  const led = before.status === 'accepted';
  const asked = before.status === 'proposed';
  return {
    ...cleared,
    status: asked ? 'expired' : before.status,
    brokerId: led ? before.brokerId : undefined,
    endedAt: at,
    solved: led ? solved : undefined,
    turns: endTurn(before.turns, { outcome: led ? 'ended' : 'recalled', endedAt: at }),
  };
}

const cleared: Omit<AssignmentState, 'status' | 'turns'> = {
  brokerId: undefined,
  due: undefined,
  escalation: undefined,
  endedAt: undefined,
  solved: undefined,
  contactOverdue: undefined,
};

/** Adds to the present turn; what is over stays as it was written. */
function endTurn(turns: readonly Turn[], added: Partial<Turn>): Turn[] {
  return turns.map((turn) => (turn.outcome ? turn : { ...turn, ...added }));
}

type Action = 'answer' | 'reassign';

/** The broker asked answers in person; the bureau names another. */
export function canAssignment(
  actor: Actor,
  action: Action,
  subject: Pick<Assignment, 'district' | 'brokerId'>,
): boolean {
  if (action === 'answer') return subject.brokerId === actor.id;
  return hasRole(actor, 'bureau', 'admin') && subject.district === actor.district;
}
