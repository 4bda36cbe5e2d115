import {
  Binary,
  BSONRegExp,
  type BSONSymbol,
  type Code,
  type Decimal128,
  Double,
  Int32,
  Long,
} from 'bson';
import type { Doc } from './bson-decode.ts';

/** MongoDB's order of types; a smaller rank sorts first. */
export const rank = {
  minKey: 1,
  undefined: 2,
  null: 3,
  number: 4,
  string: 5,
  object: 6,
  array: 7,
  binary: 8,
  objectId: 9,
  boolean: 10,
  date: 11,
  timestamp: 12,
  regex: 13,
  code: 14,
  codeWithScope: 15,
  maxKey: 16,
} as const;

const bsonRanks: Record<string, number> = {
  MinKey: rank.minKey,
  Int32: rank.number,
  Double: rank.number,
  Long: rank.number,
  Decimal128: rank.number,
  BSONSymbol: rank.string,
  Binary: rank.binary,
  UUID: rank.binary,
  ObjectId: rank.objectId,
  Timestamp: rank.timestamp,
  BSONRegExp: rank.regex,
  MaxKey: rank.maxKey,
};

/** The BSON class name of a wrapped value (`Long`, `ObjectId`, …), or undefined. */
export function bsonType(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const type = (value as { _bsontype?: string })._bsontype;
  // The classes carry it on their prototype; a user's document may have a field of that name.
  return type !== undefined && !Object.hasOwn(value, '_bsontype') ? type : undefined;
}

/** A sub-document: neither an array nor one of BSON's scalar classes. */
export function isDoc(value: unknown): value is Doc {
  if (typeof value !== 'object' || value === null) return false;
  const proto = Object.getPrototypeOf(value);
  return proto === Object.prototype || proto === null;
}

export function rankOf(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return rank.string;
    case 'number':
    case 'bigint':
      return rank.number;
    case 'boolean':
      return rank.boolean;
    case 'undefined':
      return rank.undefined;
    case 'object': {
      if (value === null) return rank.null;
      if (Array.isArray(value)) return rank.array;
      if (value instanceof Date) return rank.date;
      if (value instanceof RegExp) return rank.regex;
      const type = bsonType(value);
      if (type === undefined) return value instanceof Uint8Array ? rank.binary : rank.object;
      if (type === 'Code') return (value as Code).scope ? rank.codeWithScope : rank.code;
      return bsonRanks[type] ?? rank.object;
    }
    default:
      return rank.null;
  }
}

export function isNumeric(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'object' && rankOf(value) === rank.number);
}

/** The nearest double of any BSON number. */
export function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  if (value instanceof Double || value instanceof Int32) return value.valueOf();
  if (value instanceof Long) return value.toNumber();
  return Number(String(value));
}

/** Digits and exponent with trailing zeros removed, so that 1.0 and 1 are one value. */
export function decimalParts(value: Decimal128): { digits: bigint; exponent: number } | undefined {
  const match = /^(-?)(\d+)(?:\.(\d*))?(?:E([+-]?\d+))?$/.exec(value.toString());
  if (!match) return undefined;
  const fraction = match[3] ?? '';
  const digits = (match[2]! + fraction).replace(/^0+(?=\d)/, '');
  const kept = digits.replace(/0+$/, '');
  const exponent = Number(match[4] ?? 0) - fraction.length + (digits.length - kept.length);
  if (kept === '') return { digits: 0n, exponent: 0 };
  return { digits: BigInt(`${match[1]}${kept}`), exponent };
}

export function binaryBytes(value: unknown): Buffer {
  if (value instanceof Binary) return Buffer.from(value.buffer.subarray(0, value.position));
  return Buffer.from(value as Uint8Array);
}

export function regexParts(value: unknown): [pattern: string, flags: string] {
  return value instanceof BSONRegExp
    ? [value.pattern, value.options]
    : [(value as RegExp).source, (value as RegExp).flags];
}

export function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : (value as BSONSymbol).value;
}

/** MongoDB's truth: everything but false, zero, null and undefined. */
export function truthy(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return false;
  return !(isNumeric(value) && toNumber(value) === 0);
}
