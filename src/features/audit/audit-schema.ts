import * as z from 'zod';
import { listAnswer } from '../../schema/list.ts';
import { id, instantOut } from '../../schema/scalars.ts';

export const auditQuery = z.strictObject({
  /** The id of the document whose history is asked for. */
  subject: id,
  limit: z.coerce.number().int().min(1).max(100).default(20),
  /** As a page gave it: the revision that the page ended with. */
  cursor: z.coerce.number().int().min(0).optional(),
});

export const auditAnswer = listAnswer(
  z.object({
    id: z.string(),
    subject: z.object({ kind: z.string(), id: z.string() }),
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
  }),
);
