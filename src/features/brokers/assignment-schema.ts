import * as z from 'zod';
import { actionList } from '../../schema/actions.ts';
import { listAnswer, listQuery, resource } from '../../schema/list.ts';
import { id, instantOut, queryBoolean } from '../../schema/scalars.ts';
import { optionalText } from '../../schema/text.ts';
import {
  assignmentStatuses,
  brokerBarriers,
  brokerGrades,
  decisionCodes,
  escalationReasons,
  fields,
  needStatuses,
  scoreParts,
  turnActions,
  turnOutcomes,
} from '../../vocabulary.ts';
import { assignmentActionNames } from './assignment-actions.ts';

const note = optionalText(2_000).optional();

export const declineBody = z.strictObject({ code: z.enum(decisionCodes), note });
export const reassignBody = z.strictObject({ brokerId: id, note });

const named = z.object({ id: z.string(), name: z.string() });
const parts = z.array(z.object({ kind: z.enum(scoreParts), points: z.int() }));

const turn = z.object({
  id: z.string(),
  brokerId: z.string(),
  broker: named,
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
  byName: z.string().optional(),
  /** Of 1,000 points; the parts add up to it. */
  score: z.int().optional(),
  parts: parts.optional(),
});

export const assignmentAnswer = z.object({
  ...resource,
  actions: actionList(assignmentActionNames),
  needId: z.string(),
  /** As far as the reader may read it. */
  need: z.object({
    id: z.string(),
    status: z.enum(needStatuses),
    title: z.string().optional(),
    field: z.enum(fields).optional(),
    organization: named.optional(),
  }),
  district: z.string(),
  /** Asked while `proposed`, leading while `accepted`. */
  brokerId: z.string().optional(),
  broker: named.optional(),
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

const candidateAnswer = z.object({
  brokerId: z.string(),
  name: z.string(),
  grade: z.enum(brokerGrades),
  fields: z.array(z.enum(fields)),
  /** Needs carried now, asked and leading, against the capacity. */
  load: z.int(),
  capacity: z.int(),
  /** Leaves that are not over. */
  leave: z.array(z.object({ from: z.string(), to: z.string(), note: z.string().optional() })),
  record: z.object({ asked: z.int(), expired: z.int(), led: z.int(), solved: z.int() }),
  /** Of 1,000 points; the parts add up to it. */
  score: z.int(),
  parts,
  /** Why this one cannot be named; none: may be. */
  barriers: z.array(z.enum(brokerBarriers)),
  /** The parties with which this one must not deal. */
  conflicts: z.array(named),
  /** Was asked about this need before; the office may ask again. */
  asked: z.boolean(),
});
export type CandidateAnswer = z.input<typeof candidateAnswer>;
/** Every broker of the district but the present one, those who may be named first. */
export const candidatesAnswer = z.object({ items: z.array(candidateAnswer) });

export const assignmentsQuery = listQuery(
  {
    mine: queryBoolean.optional(),
    status: z.enum(assignmentStatuses).optional(),
    brokerId: id.optional(),
    needId: id.optional(),
    escalation: z.enum(escalationReasons).optional(),
    open: queryBoolean.optional(),
    overdue: queryBoolean.optional(),
    /** Whether a clock runs: an answer or a first contact is owed. */
    clocked: queryBoolean.optional(),
  },
  ['id', 'due'],
);
export const assignmentsAnswer = listAnswer(assignmentAnswer);
