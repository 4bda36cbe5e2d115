import * as z from 'zod';
import { actionList } from '../../schema/actions.ts';
import { decisionOf } from '../../schema/decision.ts';
import { listAnswer, listQuery } from '../../schema/list.ts';
import { instantOut } from '../../schema/scalars.ts';
import {
  bands,
  capabilityStages,
  decisionCodes,
  fields,
  matchDecisions,
  matchSides,
  matchStates,
  reasonKinds,
  relations,
  satisfactions,
} from '../../vocabulary.ts';

/** `refused` needs a code, shown to the other side. */
export const decisionBody = decisionOf('shortlisted');
export type DecisionInput = z.output<typeof decisionBody>;

export const matchesQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

const span = z.object({ field: z.string(), start: z.int(), end: z.int() });

const reason = z.object({
  kind: z.enum(reasonKinds),
  /** Of the score; below 0 where it costs, as an unmet indicator does. */
  share: z.number(),
  text: z.string(),
  needSpans: z.array(span),
  capabilitySpans: z.array(span),
});

const decision = z.object({
  decision: z.enum(matchDecisions),
  side: z.enum(matchSides),
  at: instantOut,
  code: z.enum(decisionCodes).optional(),
  note: z.string().optional(),
});

const shared = {
  id: z.string(),
  actions: actionList(['decide']),
  rank: z.int().min(0),
  score: z.number().min(0).max(1),
  band: z.enum(bands),
  /** The chance that the need's side takes it up; absent until enough was decided to know. */
  probability: z.number().min(0).max(1).optional(),
  reasons: z.array(reason),
  indicators: z.array(
    z.object({
      name: z.string(),
      relation: z.enum(relations),
      value: z.union([z.number(), z.array(z.number())]),
      unit: z.string(),
      /** Asked for as a difference: 提高 or 降低 by so much. */
      change: z.enum(['up', 'down']).optional(),
      satisfaction: z.enum(satisfactions),
      /** In the need's list, or read from its texts. */
      origin: z.enum(['stated', 'read']),
      needSpans: z.array(span),
      /** Where the capability speaks of it. */
      evidence: z.array(span),
    }),
  ),
  /** The latest decision of either side; `decisions` has both. */
  decision: decision.optional(),
  decisions: z.array(decision),
};

const capabilityShown = z.object({
  id: z.string(),
  externalId: z.string().optional(),
  title: z.string(),
  field: z.enum(fields).optional(),
  stage: z.enum(capabilityStages).optional(),
  institute: z.object({ id: z.string(), name: z.string() }),
});

/** A need as anyone with it in sight may know it: its public layer. */
const needShown = z.object({
  id: z.string(),
  title: z.string().optional(),
  field: z.enum(fields).optional(),
  district: z.string(),
});

const list = {
  state: z.enum(matchStates),
  rankerVersion: z.string(),
};

export const needMatchesAnswer = z.object({
  ...list,
  items: z.array(z.object({ ...shared, capability: capabilityShown })),
});
export const capabilityMatchesAnswer = z.object({
  ...list,
  items: z.array(z.object({ ...shared, need: needShown })),
});
/** Of an institute's own capabilities, those that a need's side has shortlisted. */
export const shortlistedQuery = listQuery({}, ['updatedAt']);
export const shortlistedAnswer = listAnswer(
  z.object({
    id: z.string(),
    shortlistedAt: instantOut,
    need: needShown,
    capability: capabilityShown,
  }),
);

export const matchAnswer = z.object({
  ...shared,
  capability: capabilityShown,
  need: needShown,
});
export type MatchAnswer = z.input<typeof matchAnswer>;
