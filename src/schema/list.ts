import * as z from 'zod';

/** The query of every list: page size, cursor and order, beside the list's own filters. */
export function listQuery<S extends z.ZodRawShape>(
  filters: S,
  sorts: readonly [string, ...string[]],
) {
  const both = sorts.flatMap((name) => [name, `-${name}`]) as [string, ...string[]];
  return z.strictObject({
    limit: z.coerce.number().int().min(1).max(100).default(20),
    cursor: z.string().max(500).optional(),
    sort: z.enum(both).default(sorts.includes('id') ? '-id' : both[1]!),
    ...filters,
  });
}

/** The answer of every list. */
export const listAnswer = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** What every resource carries on the wire. */
export const resource = {
  id: z.string(),
  revision: z.int(),
  createdAt: z.string().meta({ format: 'date-time' }),
  updatedAt: z.string().meta({ format: 'date-time' }),
};
