import * as z from 'zod';

/**
 * The body of a PATCH (RFC 7396): every field may be left out, and `null` takes an optional field
 * away. Parsed, a field to be taken away is present as `undefined`.
 */
export function mergePatch<S extends z.ZodRawShape>(shape: S) {
  const entries = Object.entries(shape).map(([name, schema]) => {
    const field = schema as z.ZodType;
    if (!(field instanceof z.ZodOptional)) return [name, field.optional()];
    const inner = field.unwrap() as z.ZodType;
    const removable = inner.nullable().transform((value) => value ?? undefined);
    return [name, removable.optional()];
  });
  return z.strictObject(
    Object.fromEntries(entries) as {
      [K in keyof S]: z.ZodOptional<z.ZodType<z.output<S[K]> | undefined>>;
    },
  );
}
