import * as z from 'zod';
import { actionList } from '../../schema/actions.ts';
import { listAnswer, listQuery, resource } from '../../schema/list.ts';
import { mergePatch } from '../../schema/merge-patch.ts';
import { day, externalId, id, queryBoolean } from '../../schema/scalars.ts';
import { line } from '../../schema/text.ts';
import { brokerGrades, fields } from '../../vocabulary.ts';

/** Rosters write the grades in Chinese. */
const gradeNames: Record<string, unknown> = {
  初级: 'junior',
  中级: 'intermediate',
  高级: 'senior',
};
const grade = z.preprocess(
  (value) => (typeof value === 'string' ? (gradeNames[value] ?? value) : value),
  z.enum(brokerGrades),
);

const leave = z
  .strictObject({ from: day, to: day, note: line(200).optional() })
  .superRefine(({ from, to }, ctx) => {
    if (to >= from) return;
    ctx.addIssue({
      code: 'custom',
      path: ['to'],
      message: 'A leave ends on its first day or later.',
      params: { code: 'invalid_range' },
    });
  });

const distinct = <T extends z.ZodType>(item: T, max: number) =>
  z
    .array(item)
    .max(max)
    .overwrite((values) => [...new Set(values)]);

const shape = {
  /** As the account says, unless said otherwise. */
  name: line(100),
  grade,
  fields: distinct(z.enum(fields), fields.length),
  /** Needs carried at once; 0 pauses new ones. */
  capacity: z.int().min(0).max(200),
  employerId: id.optional(),
  conflicts: distinct(id, 200),
  leave: z.array(leave).max(100),
  active: z.boolean(),
  externalId: externalId.optional(),
};

export const brokerBody = z.strictObject({
  ...shape,
  userId: id,
  name: shape.name.optional(),
  grade: grade.default('junior'),
  conflicts: shape.conflicts.default([]),
  leave: shape.leave.default([]),
  active: shape.active.default(true),
});
export type BrokerInput = z.output<typeof brokerBody>;

export const brokerPatch = mergePatch(shape);
export type BrokerPatch = z.output<typeof brokerPatch>;

export const brokerAnswer = z.object({
  ...resource,
  actions: actionList(['update', 'load']),
  userId: z.string(),
  district: z.string(),
  name: z.string(),
  grade: z.enum(brokerGrades),
  fields: shape.fields,
  active: z.boolean(),
  /** From here on for the office and the broker in person. */
  capacity: z.int().optional(),
  employerId: z.string().optional(),
  conflicts: z.array(z.string()).optional(),
  leave: z
    .array(z.object({ from: z.string(), to: z.string(), note: z.string().optional() }))
    .optional(),
  externalId: z.string().optional(),
  record: z.object({ asked: z.int(), expired: z.int(), led: z.int(), solved: z.int() }).optional(),
});
export type BrokerAnswer = z.input<typeof brokerAnswer>;

export const brokersQuery = listQuery(
  {
    /** A part of the name. */
    q: z.string().trim().min(1).max(100).optional(),
    userId: id.optional(),
    field: z.enum(fields).optional(),
    grade: grade.optional(),
    active: queryBoolean.optional(),
    externalId: z.string().max(100).optional(),
  },
  ['id', 'name'],
);
export const brokersAnswer = listAnswer(brokerAnswer);

export const brokerLoadAnswer = z.object({
  brokerId: z.string(),
  capacity: z.int(),
  proposed: z.int(),
  accepted: z.int(),
  /** Proposed and accepted together. */
  load: z.int(),
  /** Places left; 0 when full, on the capacity that stands now. */
  room: z.int(),
  onLeave: z.boolean(),
});
