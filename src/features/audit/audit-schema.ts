import * as z from 'zod';
import { listAnswer } from '../../schema/list.ts';
import { day, id, instantOut, queryBoolean } from '../../schema/scalars.ts';
import { subjectKinds } from '../../vocabulary.ts';

const filters = {
  /** What was changed. */
  kind: z.enum(subjectKinds).optional(),
  /** The id of who did it; `system` for what jobs did. */
  by: id.optional(),
  /** True: only what people did; false: only what jobs did. */
  people: queryBoolean.optional(),
  action: z.string().max(60).optional(),
  /** Days in Shanghai, both included. */
  from: day.optional(),
  to: day.optional(),
};

export const auditQuery = z
  .strictObject({
    /** The id of a document whose whole history is asked for, oldest first. */
    subject: id.optional(),
    ...filters,
    limit: z.coerce.number().int().min(1).max(100).default(20),
    cursor: z.string().max(500).optional(),
  })
  .superRefine((query, ctx) => {
    if (query.subject === undefined) return;
    for (const name of Object.keys(filters) as (keyof typeof filters)[]) {
      if (query[name] === undefined) continue;
      ctx.addIssue({
        code: 'custom',
        path: [name],
        message: 'One document is shown whole: leave the filter out.',
        params: { code: 'mismatch' },
      });
    }
  });

const auditLine = z.object({
  id: z.string(),
  /** `name` is what the document is called now, where it has a name. */
  subject: z.object({ kind: z.string(), id: z.string(), name: z.string().optional() }),
  revision: z.int(),
  at: instantOut,
  by: z.object({ id: z.string(), name: z.string() }),
  action: z.string(),
  note: z.string().optional(),
  code: z.string().optional(),
  requestId: z.string().optional(),
  /** `before` is absent for something new, `after` for something taken away. */
  changes: z.array(
    z.object({
      path: z.string(),
      before: z.unknown().optional(),
      after: z.unknown().optional(),
    }),
  ),
});
export type AuditLine = z.input<typeof auditLine>;

export const auditAnswer = listAnswer(auditLine).extend({
  /** True while the newest lines of a very busy moment are still being copied: ask again. */
  behind: z.boolean(),
  /** Names of what the changes mention by id, where the reader has it in sight. */
  names: z.record(z.string(), z.string()),
});
