import type { ScorePart } from './assignment-score.ts';

export const ASSIGNMENT_STATUSES = [
  'proposed',
  'accepted',
  'declined',
  'expired',
  'escalated',
] as const;
export type AssignmentStatus = (typeof ASSIGNMENT_STATUSES)[number];

/**
 * Which status each move may start from, and where it leads: the whole life of an assignment.
 * `recall` takes a proposal back without blaming the broker (leave, conflict, a closed need);
 * `reassign` is the bureau's word, possible at any time.
 */
export const ASSIGNMENT_MOVES = {
  propose: { from: ['declined', 'expired', 'escalated'], to: 'proposed' },
  accept: { from: ['proposed'], to: 'accepted' },
  decline: { from: ['proposed'], to: 'declined' },
  expire: { from: ['proposed'], to: 'expired' },
  recall: { from: ['proposed'], to: 'expired' },
  escalate: { from: ['declined', 'expired', 'accepted'], to: 'escalated' },
  reassign: { from: ASSIGNMENT_STATUSES, to: 'proposed' },
} as const satisfies Record<string, { from: readonly AssignmentStatus[]; to: AssignmentStatus }>;
export type AssignmentMove = keyof typeof ASSIGNMENT_MOVES;

/** How a broker's turn ended; a turn without an outcome is the present one. */
export type TurnOutcome = 'declined' | 'expired' | 'recalled' | 'replaced' | 'ended';

/** One broker's turn: proposed, perhaps accepted, ended. */
export type Turn = {
  brokerId: string;
  at: Date;
  /** 24:00 in Shanghai of the last day to answer. */
  due: Date;
  /** The person who named the broker; absent when the system did. */
  by?: string | undefined;
  score?: number | undefined;
  parts?: readonly ScorePart[] | undefined;
  acceptedAt?: Date | undefined;
  outcome?: TurnOutcome | undefined;
  endedAt?: Date | undefined;
  code?: string | undefined;
  note?: string | undefined;
};

/** Why the bureau has to decide. The first is tried again by itself when a broker has room. */
export type EscalationReason = 'no_broker' | 'three_misses' | 'conflict_of_interest';

export type AssignmentState = {
  status: AssignmentStatus;
  /** The one broker of the need: asked while `proposed`, leading while `accepted`, else none. */
  brokerId?: string | undefined;
  /** When the present status runs out: the answer's while proposed, the first contact's after. */
  due?: Date | undefined;
  turns: readonly Turn[];
  escalation?: EscalationReason | undefined;
};

export type NewTurn = Pick<Turn, 'brokerId' | 'due' | 'by' | 'score' | 'parts'>;

/** True when the move may be made from this status (`undefined`: no assignment yet). */
export function canMove(status: AssignmentStatus | undefined, move: AssignmentMove): boolean {
  if (status === undefined) return move === 'propose' || move === 'escalate';
  return (ASSIGNMENT_MOVES[move].from as readonly string[]).includes(status);
}

/** Brokers whose turn on this need ended without an answer or with a no: never asked again. */
export function missedBrokers(turns: readonly Turn[]): string[] {
  return turns
    .filter((turn) => turn.outcome === 'declined' || turn.outcome === 'expired')
    .map((turn) => turn.brokerId);
}

/** After this many misses the system stops asking and the bureau decides. */
export function isExhausted(turns: readonly Turn[], maxTurns: number): boolean {
  return missedBrokers(turns).length >= maxTurns;
}

/** The assignment with a new broker asked; the present turn, if there is one, is replaced. */
export function propose(
  before: AssignmentState | undefined,
  turn: NewTurn,
  at: Date,
): AssignmentState {
  const turns = before ? endTurn(before.turns, { outcome: 'replaced', endedAt: at }) : [];
  return {
    status: 'proposed',
    brokerId: turn.brokerId,
    due: turn.due,
    turns: [...turns, { ...turn, at }],
  };
}

/** The broker takes the need; `firstContactDue` is the next clock. */
export function accept(before: AssignmentState, at: Date, firstContactDue: Date): AssignmentState {
  return {
    status: 'accepted',
    brokerId: before.brokerId,
    due: firstContactDue,
    turns: before.turns.map((turn) => (turn.outcome ? turn : { ...turn, acceptedAt: at })),
  };
}

/** The present turn ends without a lead: declined (with its code), out of time, or called back. */
export function endProposal(
  before: AssignmentState,
  end: { outcome: 'declined' | 'expired' | 'recalled'; code?: string; note?: string },
  at: Date,
): AssignmentState {
  return {
    status: end.outcome === 'declined' ? 'declined' : 'expired',
    turns: endTurn(before.turns, { ...end, endedAt: at }),
  };
}

/** Nobody leads, and the bureau decides. */
export function escalate(
  before: AssignmentState | undefined,
  escalation: EscalationReason,
  at: Date,
): AssignmentState {
  const turns = before ? endTurn(before.turns, { outcome: 'recalled', endedAt: at }) : [];
  return { status: 'escalated', escalation, turns };
}

function endTurn(turns: readonly Turn[], end: Partial<Turn>): Turn[] {
  return turns.map((turn) => (turn.outcome ? turn : { ...turn, ...end }));
}
