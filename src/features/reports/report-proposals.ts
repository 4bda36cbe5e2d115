import { endOfDay, startOfDay } from '../../calendar/dates.ts';
import { officeMinutesBetween } from '../../calendar/working-time.ts';
import type { ProposalAnswer } from '../../vocabulary.ts';
import type { Assignment, Turn } from '../brokers/assignment.ts';
import type { Period } from './report-period.ts';

/** One time that a broker was asked to take a need, and what came of it. */
export interface Proposal {
  id: string;
  needId: string;
  brokerId: string;
  at: Date;
  answer: ProposalAnswer;
  answeredAt?: Date | undefined;
  /** Office minutes from the question to the broker's own yes or no. */
  answerMinutes?: number | undefined;
}

const by = (at: Date | undefined, until: Date) => at !== undefined && at <= until;

/** How a turn had been answered by an instant; silence that ran out is no answer of the broker. */
function answerOf(turn: Turn, until: Date): Pick<Proposal, 'answer' | 'answeredAt'> {
  if (by(turn.acceptedAt, until)) return { answer: 'accepted', answeredAt: turn.acceptedAt };
  if (!turn.outcome || !by(turn.endedAt, until)) return { answer: 'waiting' };
  if (turn.outcome === 'declined') return { answer: 'declined', answeredAt: turn.endedAt };
  return { answer: turn.outcome === 'expired' ? 'expired' : 'taken_back' };
}

/** Proposals made in a period, as they stood at an instant. */
export function proposalsOf(
  { needId, turns }: Pick<Assignment, 'needId' | 'turns'>,
  { from, to }: Period,
  until: Date,
): Proposal[] {
  const [first, end] = [startOfDay(from), endOfDay(to)];
  return turns
    .filter(({ at }) => at >= first && at < end && at <= until)
    .map((turn) => {
      const { id, brokerId, at } = turn;
      const { answer, answeredAt } = answerOf(turn, until);
      const answerMinutes = answeredAt && officeMinutesBetween(at, answeredAt);
      return { id, needId, brokerId, at, answer, answeredAt, answerMinutes };
    });
}

/** The middle one; of an even number the lower of the middle two, so that it is one that happened. */
export const median = (values: readonly number[]): number | undefined =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
