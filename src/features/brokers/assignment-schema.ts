import * as z from 'zod';
import { actionList } from '../../schema/actions.ts';
import { listAnswer, listQuery, resource } from '../../schema/list.ts';
import { id, instantOut, queryBoolean } from '../../schema/scalars.ts';
import { optionalText } from '../../schema/text.ts';
import {
  assignmentStatuses,
  decisionCodes,
  escalationReasons,
  scoreParts,
  turnActions,
  turnOutcomes,
} from '../../vocabulary.ts';
import { assignmentActionNames } from './assignment-actions.ts';

const note = optionalText(2_000).optional();

export const declineBody = z.strictObject({ code: z.enum(decisionCodes), note });
export const reassignBody = z.strictObject({ brokerId: id, note });

const turn = z.object({
  id: z.string(),
  brokerId: z.string(),
  at: instantOut,
  due: instantOut,
  /** How the turn stands or ended. */
  outcome: z.enum(turnOutcomes),
  acceptedAt: instantOut.optional(),
  endedAt: instantOut.optional(),
  code: z.enum(decisionCodes).optional(),
  note: z.string().optional(),
  /** The person of the bureau who named the broker. */
  by: z.string().optional(),
  /** Of 1,000 points; the parts add up to it. */
  score: z.int().optional(),
  parts: z.array(z.object({ kind: z.enum(scoreParts), points: z.int() })).optional(),
});

export const assignmentAnswer = z.object({
  ...resource,
  actions: actionList(assignmentActionNames),
  needId: z.string(),
  district: z.string(),
  /** Asked while `proposed`, leading while `accepted`. */
  brokerId: z.string().optional(),
  status: z.enum(assignmentStatuses),
  /** Until when to answer, or to make the first contact: 24:00 in Shanghai of the last day. */
  due: instantOut.optional(),
  overdue: z.boolean(),
  contactOverdue: z.boolean().optional(),
  escalation: z.enum(escalationReasons).optional(),
  /** Set when the need is closed. */
  endedAt: instantOut.optional(),
  /** Whose turn it is. */
  turn: z
    .object({ side: z.enum(['broker', 'bureau', 'system']), action: z.enum(turnActions) })
    .nullable(),
  history: z.array(turn),
});
export type AssignmentAnswer = z.input<typeof assignmentAnswer>;

export const assignmentsQuery = listQuery(
  {
    mine: queryBoolean.optional(),
    status: z.enum(assignmentStatuses).optional(),
    brokerId: id.optional(),
    needId: id.optional(),
    escalation: z.enum(escalationReasons).optional(),
    open: queryBoolean.optional(),
    overdue: queryBoolean.optional(),
  },
  ['id', 'due'],
);
export const assignmentsAnswer = listAnswer(assignmentAnswer);
