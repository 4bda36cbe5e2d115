import * as z from 'zod';
import { listAnswer, listQuery, resource } from '../../schema/list.ts';
import { id } from '../../schema/scalars.ts';

export const fileForm = z.strictObject({});

export const fileAnswer = z.object({
  ...resource,
  name: z.string(),
  type: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  uploadedBy: z.string(),
  /** What it is attached to; empty until then, and swept after a day. */
  attachedTo: z.array(z.object({ kind: z.string(), id: z.string() })),
});
export type FileAnswer = z.input<typeof fileAnswer>;

export const filesQuery = listQuery({ attachedTo: id.optional() }, ['id']);
export const filesAnswer = listAnswer(fileAnswer);
