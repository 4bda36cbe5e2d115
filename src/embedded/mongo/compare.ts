import { Binary, type Code, type Decimal128, Long, type ObjectId, type Timestamp } from 'bson';
import type { Doc } from './bson-decode.ts';
import {
  binaryBytes,
  bsonType,
  decimalParts,
  rank,
  rankOf,
  regexParts,
  stringOf,
  toNumber,
} from './values.ts';

function compareNumbers(a: unknown, b: unknown): number {
  const x = toNumber(a);
  const y = toNumber(b);
  if (x < y) return -1;
  if (x > y) return 1;
  if (x !== y) return Number.isNaN(x) ? (Number.isNaN(y) ? 0 : -1) : 1;
  if (a instanceof Long && b instanceof Long) return a.compare(b);
  if (a instanceof Long && typeof b === 'number' && Math.abs(b) < 2 ** 63)
    return a.compare(Long.fromBigInt(BigInt(b)));
  if (b instanceof Long && typeof a === 'number' && Math.abs(a) < 2 ** 63)
    return Long.fromBigInt(BigInt(a)).compare(b);
  if (bsonType(a) === 'Decimal128' && bsonType(b) === 'Decimal128') return compareDecimals(a, b);
  return 0;
}

function compareDecimals(a: unknown, b: unknown): number {
  const x = decimalParts(a as Decimal128);
  const y = decimalParts(b as Decimal128);
  if (!x || !y) return 0;
  const low = Math.min(x.exponent, y.exponent);
  const p = x.digits * 10n ** BigInt(x.exponent - low);
  const q = y.digits * 10n ** BigInt(y.exponent - low);
  return p < q ? -1 : p > q ? 1 : 0;
}

/** Strings compare by their UTF-8 bytes, which differs from UTF-16 order only around surrogates. */
function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    const xHigh = x >= 0xd800 && x <= 0xdfff;
    const yHigh = y >= 0xd800 && y <= 0xdfff;
    if (xHigh !== yHigh) return xHigh ? 1 : -1;
    return x < y ? -1 : 1;
  }
  return a.length < b.length ? -1 : 1;
}

function compareBinaries(a: unknown, b: unknown): number {
  const x = binaryBytes(a);
  const y = binaryBytes(b);
  const subtype = (v: unknown) => (v instanceof Binary ? v.sub_type : 0);
  return Math.sign(x.length - y.length || subtype(a) - subtype(b) || Buffer.compare(x, y));
}

type StringOrder = (a: string, b: string) => number;

function compareObjects(a: Doc, b: Doc, strings: StringOrder): number {
  const names = Object.keys(a);
  const others = Object.keys(b);
  for (let i = 0; i < names.length && i < others.length; i++) {
    const x = a[names[i]!];
    const y = b[others[i]!];
    const order =
      rankOf(x) - rankOf(y) ||
      compareStrings(names[i]!, others[i]!) ||
      compareValues(x, y, strings);
    if (order !== 0) return Math.sign(order);
  }
  return Math.sign(names.length - others.length);
}

function compareArrays(a: unknown[], b: unknown[], strings: StringOrder): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = compareValues(a[i], b[i], strings);
    if (order !== 0) return order;
  }
  return Math.sign(a.length - b.length);
}

/** BSON comparison order across all types; `strings` is replaced where a collation is in force. */
export function compareValues(
  a: unknown,
  b: unknown,
  strings: StringOrder = compareStrings,
): number {
  if (typeof a === 'number' && typeof b === 'number' && a !== b) return compareNumbers(a, b);
  if (a === b) return 0;
  const type = rankOf(a);
  const other = rankOf(b);
  if (type !== other) return type < other ? -1 : 1;
  switch (type) {
    case rank.number:
      return compareNumbers(a, b);
    case rank.string:
      return strings(stringOf(a), stringOf(b));
    case rank.object:
      return compareObjects(a as Doc, b as Doc, strings);
    case rank.array:
      return compareArrays(a as unknown[], b as unknown[], strings);
    case rank.binary:
      return compareBinaries(a, b);
    case rank.objectId:
      return Math.sign(Buffer.compare((a as ObjectId).id, (b as ObjectId).id));
    case rank.boolean:
      return a ? 1 : -1;
    case rank.date:
      return Math.sign((a as Date).getTime() - (b as Date).getTime());
    case rank.timestamp:
      return (a as Timestamp).compare(b as Timestamp);
    case rank.regex: {
      const [p, f] = regexParts(a);
      const [q, g] = regexParts(b);
      return compareStrings(p, q) || compareStrings(f, g);
    }
    case rank.code:
    case rank.codeWithScope:
      return (
        compareStrings((a as Code).code, (b as Code).code) ||
        compareValues((a as Code).scope ?? null, (b as Code).scope ?? null)
      );
    default:
      return 0;
  }
}

export function sameValue(a: unknown, b: unknown): boolean {
  return compareValues(a, b) === 0;
}
