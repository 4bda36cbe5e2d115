import * as z from 'zod';
import { id } from '../../schema/scalars.ts';
import { optionalText } from '../../schema/text.ts';
import { bands, clarityParts } from '../../vocabulary.ts';
import { needPatch } from './need-schema.ts';

/** A need as far as it is typed; `needId` is the one that is being changed. */
export const adviceBody = needPatch.extend({
  title: optionalText(120).optional(),
  problem: optionalText(10_000).optional(),
  organizationId: id.optional(),
  needId: id.optional(),
});
export type AdviceInput = z.output<typeof adviceBody>;

export const adviceAnswer = z.object({
  clarity: z.object({ score: z.int(), missing: z.array(z.enum(clarityParts)) }),
  /** Of the same firm, and in full sight of the reader only. */
  duplicates: z.array(
    z.object({ id: z.string(), title: z.string().optional(), similarity: z.number() }),
  ),
  /** How many capabilities on offer come close so far. */
  close: z.object({
    strong: z.int(),
    worthACall: z.int(),
    /** The nearest, at most three. */
    sample: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        band: z.enum(bands),
        institute: z.object({ id: z.string(), name: z.string().optional() }),
      }),
    ),
  }),
});
