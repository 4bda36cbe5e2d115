import * as z from 'zod';
import { id } from '../../schema/scalars.ts';
import { capabilityStages, fields, matchSides } from '../../vocabulary.ts';

export const searchQuery = z.strictObject({
  q: z.string().trim().min(1).max(2_000),
  kind: z.enum(matchSides).default('capability'),
  field: z.enum(fields).optional(),
  stage: z.enum(capabilityStages).optional(),
  /** The institute of a capability; whose a need is may be a secret, so needs have no such filter. */
  organizationId: id.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export type SearchInput = z.output<typeof searchQuery>;

const counts = z.record(z.string(), z.int());

export const searchAnswer = z.object({
  items: z.array(
    z.object({
      kind: z.enum(matchSides),
      id: z.string(),
      title: z.string().optional(),
      snippet: z.string(),
      /** Where the words that were asked for stand in the snippet, in UTF-16 code units. */
      snippetSpans: z.array(z.object({ start: z.int(), end: z.int() })),
      score: z.number(),
      field: z.enum(fields).optional(),
      /** Of a capability only. */
      stage: z.enum(capabilityStages).optional(),
      institute: z.object({ id: z.string(), name: z.string() }).optional(),
    }),
  ),
  total: z
    .int()
    .describe('What scores at least a quarter of the best in sight; facets count the same'),
  facets: z.object({
    field: counts,
    stage: counts,
    institute: z.array(z.object({ id: z.string(), name: z.string(), count: z.int() })),
  }),
});
export type SearchAnswer = z.input<typeof searchAnswer>;
