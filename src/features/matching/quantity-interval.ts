import type { Quantity } from './quantities.ts';
import { unitOf } from './units.ts';

/** Interval of what is stated, in the base unit of its dimension; undefined for an unknown unit. */
export function intervalOf(
  stated: Pick<Quantity, 'relation' | 'value' | 'upper' | 'unit' | 'rough'>,
): { dimension: string; low: number; high: number } | undefined {
  const known = unitOf(stated.unit);
  if (known === undefined) return undefined;
  const base = (value: number) => value * known.factor + (known.offset ?? 0);
  const value = base(stated.value);
  const { dimension } = known;
  switch (stated.relation) {
    case '<':
    case '<=':
      return { dimension, low: Number.NEGATIVE_INFINITY, high: value };
    case '>':
    case '>=':
      return { dimension, low: value, high: Number.POSITIVE_INFINITY };
    case 'between':
      return { dimension, low: value, high: base(stated.upper ?? stated.value) };
    case '=': {
      // 约 and 左右 leave a twentieth open to both sides.
      const slack = stated.rough ? 0.05 * Math.abs(value) : 0;
      return { dimension, low: value - slack, high: value + slack };
    }
  }
}
