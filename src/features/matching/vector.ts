/**
 * A text's meaning as a direction: one byte a dimension, and the factor that makes its length 1.
 * A byte is enough: the cosine moves by less than a thousandth.
 */
export type Vector = { codes: Int8Array; scale: number };

/** Throws for a vector without a direction: all zero, or not finite. */
export function quantise(values: readonly number[]): Vector {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  if (!(largest > 0 && largest < Infinity)) throw new RangeError('The vector has no direction.');
  return vectorOfCodes(values.map((value) => Math.round((value / largest) * 127)));
}

/** From whole numbers that fit into a byte, not all zero. */
export function vectorOfCodes(values: readonly number[]): Vector {
  const codes = Int8Array.from(values);
  let squares = 0;
  for (const code of codes) squares += code ** 2;
  return { codes, scale: 1 / Math.sqrt(squares) };
}

/** −1 to 1; vectors of different lengths come from different models and are not alike. */
export function cosine(a: Vector, b: Vector): number {
  if (a.codes.length !== b.codes.length) return 0;
  return dot(a.codes, b.codes, 0) * a.scale * b.scale;
}

/** The product with `length` codes of `table` that begin at `offset`. */
export function dot(query: Int8Array, table: Int8Array, offset: number): number {
  const { length } = query;
  let sum = 0;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    sum +=
      query[i]! * table[offset + i]! +
      query[i + 1]! * table[offset + i + 1]! +
      query[i + 2]! * table[offset + i + 2]! +
      query[i + 3]! * table[offset + i + 3]!;
  }
  for (; i < length; i += 1) sum += query[i]! * table[offset + i]!;
  return sum;
}
