import type { Long } from 'bson';
import { binaryBytes, bsonType, isNumeric, toNumber } from './values.ts';

/** The mask of a `$bits…` condition: a number, a list of positions or binary data. */
export function bitMask(operand: unknown): bigint {
  if (Array.isArray(operand)) {
    return operand.reduce<bigint>((mask, bit) => mask | (1n << BigInt(toNumber(bit))), 0n);
  }
  if (bsonType(operand) === 'Binary') {
    return binaryBytes(operand).reduce(
      (mask, byte, i) => mask | (BigInt(byte) << BigInt(8 * i)),
      0n,
    );
  }
  return asBigInt(operand) ?? 0n;
}

/** The integer that a value holds, if it is one. */
export function asBigInt(value: unknown): bigint | undefined {
  if (bsonType(value) === 'Long') return (value as Long).toBigInt();
  if (bsonType(value) === 'Binary') return bitMask(value);
  const number = isNumeric(value) ? toNumber(value) : Number.NaN;
  return Number.isInteger(number) ? BigInt(number) : undefined;
}
