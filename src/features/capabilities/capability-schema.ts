import * as z from 'zod';
import { actionList } from '../../schema/actions.ts';
import { listAnswer, listQuery, resource } from '../../schema/list.ts';
import { mergePatch } from '../../schema/merge-patch.ts';
import { day, externalId, id } from '../../schema/scalars.ts';
import { line, text } from '../../schema/text.ts';
import {
  capabilityStages,
  capabilityStatuses,
  capabilityVisibilities,
  cooperationModes,
  fields,
} from '../../vocabulary.ts';

const ip = z.strictObject({
  type: line(50),
  number: line(100),
  state: line(50),
  holder: line(200).optional(),
});

const stated = {
  title: line(300),
  abstract: text(20_000),
  field: z.enum(fields).optional(),
  stage: z.enum(capabilityStages).optional(),
  trl: z.int().min(1).max(9).optional(),
  validUntil: day.optional(),
  externalId: externalId.optional(),
};
const listed = {
  keywords: z.array(line(60)).max(50),
  ip: z.array(ip).max(100),
  experts: z.array(line(100)).max(50),
  equipment: z.array(line(200)).max(50),
  cases: z.array(text(2_000)).max(50),
  cooperationModes: z.array(z.enum(cooperationModes)).max(7),
};
const visibility = z.enum(capabilityVisibilities);

export const capabilityBody = z.strictObject({
  ...stated,
  keywords: listed.keywords.default([]),
  ip: listed.ip.default([]),
  experts: listed.experts.default([]),
  equipment: listed.equipment.default([]),
  cases: listed.cases.default([]),
  cooperationModes: listed.cooperationModes.default([]),
  visibility: visibility.default('public'),
  organizationId: id.optional(),
});
export type CapabilityInput = z.output<typeof capabilityBody>;

export const capabilityPatch = mergePatch({ ...stated, ...listed, visibility });
export type CapabilityPatch = z.output<typeof capabilityPatch>;

export const capabilityAnswer = z.object({
  ...resource,
  actions: actionList(['update', 'withdraw', 'publish']),
  ...stated,
  ...listed,
  visibility,
  status: z.enum(capabilityStatuses),
  organizationId: z.string(),
  institute: z.object({ id: z.string(), name: z.string() }),
  district: z.string(),
});
export type CapabilityAnswer = z.input<typeof capabilityAnswer>;

export const capabilitiesQuery = listQuery(
  {
    field: z.enum(fields).optional(),
    stage: z.enum(capabilityStages).optional(),
    status: z.enum(capabilityStatuses).optional(),
    organizationId: id.optional(),
    externalId: z.string().max(100).optional(),
  },
  ['id'],
);
export const capabilitiesAnswer = listAnswer(capabilityAnswer);
