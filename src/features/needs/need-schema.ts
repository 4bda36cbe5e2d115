import * as z from 'zod';
import { actionList } from '../../schema/actions.ts';
import { decisionOf } from '../../schema/decision.ts';
import { listAnswer, listQuery, resource } from '../../schema/list.ts';
import { mergePatch } from '../../schema/merge-patch.ts';
import { day, externalId, fen, id, instantOut, queryBoolean } from '../../schema/scalars.ts';
import { line, optionalText, text } from '../../schema/text.ts';
import {
  clarityParts,
  closeCodes,
  cooperationModes,
  decisionCodes,
  fields,
  type Layer,
  layers,
  needStatuses,
  relations,
  turnActions,
  turnSides,
  vetDecisions,
} from '../../vocabulary.ts';
import { type LayeredField, layeredFields } from './need.ts';
import { needActionNames } from './need-actions.ts';

const finite = z.number().min(-1e15).max(1e15);

const indicator = z
  .strictObject({
    name: line(100),
    relation: z.enum(relations),
    value: z.union([finite, z.tuple([finite, finite])]),
    unit: optionalText(30),
    condition: line(200).optional(),
  })
  .superRefine((value, ctx) => {
    const between = value.relation === 'between';
    if (between !== Array.isArray(value.value)) {
      ctx.addIssue({
        code: 'custom',
        path: ['value'],
        message: between ? 'Give both ends: [low, high].' : 'Give one number.',
        params: { code: 'wrong_type' },
      });
    } else if (Array.isArray(value.value) && value.value[0] > value.value[1]) {
      ctx.addIssue({
        code: 'custom',
        path: ['value'],
        message: 'The lower end comes first.',
        params: { code: 'invalid_range' },
      });
    }
  });

/** Each side of a need that the enterprise states itself. */
const stated = {
  title: line(120),
  problem: text(10_000),
  field: z.enum(fields).optional(),
  industry: z
    .string()
    .regex(/^[A-T](\d{2,4})?$/, 'A letter and two to four digits, GB/T 4754.')
    .optional(),
  product: line(200).optional(),
  process: line(200).optional(),
  tried: text(2_000).optional(),
  budgetFen: fen.optional(),
  deadline: day.optional(),
  externalId: externalId.optional(),
};
/** Not a record: zod's would pass over a key such as `__proto__` without a word. */
const layerOfEach = Object.fromEntries(
  layeredFields.map((field) => [field, z.enum(layers).optional()]),
) as Record<LayeredField, z.ZodOptional<z.ZodEnum<{ [L in Layer]: L }>>>;

const listed = {
  indicators: z.array(indicator).max(30),
  cooperationModes: z.array(z.enum(cooperationModes)).max(7),
  confidential: z.strictObject(layerOfEach),
};

export const needBody = z.strictObject({
  ...stated,
  indicators: listed.indicators.default([]),
  cooperationModes: listed.cooperationModes.default([]),
  confidential: listed.confidential.default({}),
  organizationId: id.optional(),
});
export type NeedInput = z.output<typeof needBody>;

export const needPatch = mergePatch({ ...stated, ...listed });
export type NeedPatch = z.output<typeof needPatch>;

const note = optionalText(2_000).optional();

/** `refused` needs a code, shown to the poster. */
export const vetBody = decisionOf('accepted');
export type VetInput = z.output<typeof vetBody>;

export const closeBody = z.strictObject({ code: z.enum(closeCodes), note });
export const noteBody = z.strictObject({ note });

export const needAnswer = z.object({
  ...resource,
  actions: actionList(needActionNames),
  status: z.enum(needStatuses),
  district: z.string(),
  organization: z.object({ id: z.string(), name: z.string() }).optional(),
  organizationId: z.string().optional(),
  ...stated,
  ...listed,
  title: z.string().optional(),
  problem: z.string().optional(),
  indicators: listed.indicators.optional(),
  cooperationModes: listed.cooperationModes.optional(),
  confidential: listed.confidential.optional(),
  /** Fields that exist but that the reader's layer does not show. */
  hidden: z.array(z.enum(layeredFields)),
  clarity: z
    .object({ score: z.int().min(0).max(100), missing: z.array(z.enum(clarityParts)) })
    .optional(),
  duplicates: z.array(z.object({ id: z.string(), similarity: z.number() })).optional(),
  onBehalf: z.object({ confirmedAt: instantOut.optional() }).optional(),
  vetting: z
    .object({
      decision: z.enum(vetDecisions),
      at: instantOut,
      code: z.enum(decisionCodes).optional(),
      note: z.string().optional(),
    })
    .optional(),
  submittedAt: instantOut.optional(),
  expiresOn: z.string().optional(),
  closeCode: z.enum(closeCodes).optional(),
  closedAt: instantOut.optional(),
  brokerId: z.string().optional(),
  /** Asked or leading. */
  broker: z.object({ id: z.string(), name: z.string().optional() }).optional(),
  turn: z
    .object({ side: z.enum(turnSides), action: z.enum(turnActions), due: z.string().optional() })
    .nullable(),
});
export type NeedAnswer = z.input<typeof needAnswer>;

export const needsQuery = listQuery(
  {
    status: z.enum(needStatuses).optional(),
    field: z.enum(fields).optional(),
    organizationId: id.optional(),
    brokerId: id.optional(),
    externalId: z.string().max(100).optional(),
    unassigned: queryBoolean.optional(),
  },
  ['id', 'expiresOn', 'submittedAt'],
);
export const needsAnswer = listAnswer(needAnswer);
