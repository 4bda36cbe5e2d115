import { type Code, type Decimal128, Long, type ObjectId, type Timestamp } from 'bson';
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

/*
 * Bytes whose memcmp order is BSON's order. A component is its rank in one byte (1 … 16, doubled so
 * that a bracket fits between two types), then a self-delimiting payload; a descending component
 * has every bit flipped. No component starts with 0x00 or 0xff, so `prefix + 0xff` lies behind
 * every key that starts with the prefix.
 */
let scratch = Buffer.allocUnsafe(4096);
let size = 0;

function reserve(bytes: number): void {
  if (size + bytes <= scratch.length) return;
  const larger = Buffer.allocUnsafe(Math.max(scratch.length * 2, size + bytes));
  scratch.copy(larger, 0, 0, size);
  scratch = larger;
}

function putByte(byte: number): void {
  reserve(1);
  scratch[size++] = byte;
}

/** Zero bytes are escaped as 00 ff and the end is 00 01, so that a prefix sorts first. */
function putEscaped(bytes: Uint8Array): void {
  reserve(bytes.length * 2 + 2);
  for (const byte of bytes) {
    scratch[size++] = byte;
    if (byte === 0) scratch[size++] = 0xff;
  }
  scratch[size++] = 0;
  scratch[size++] = 1;
}

function putString(text: string): void {
  const start = size;
  reserve(text.length * 3 + 2);
  const written = scratch.write(text, size, 'utf8');
  if (text.includes('\0')) {
    putEscaped(Buffer.from(scratch.subarray(start, start + written)));
    return;
  }
  size += written;
  scratch[size++] = 0;
  scratch[size++] = 1;
}

/** Eight ordered bytes of a double; NaN sorts before every number. */
function putDouble(value: number): void {
  reserve(8);
  const at = size;
  size += 8;
  if (Number.isNaN(value)) {
    scratch.fill(0, at, size);
    return;
  }
  scratch.writeDoubleBE(value === 0 ? 0 : value, at);
  if (scratch[at]! & 0x80) for (let i = at; i < size; i++) scratch[i] = ~scratch[i]!;
  else scratch[at]! |= 0x80;
}

/**
 * A number is the nearest double and a correction, so that an int64 beyond 2^53 and a long decimal
 * keep their own key while equal numbers of different types share one.
 */
function putNumber(value: unknown): void {
  const near = toNumber(value);
  putDouble(near);
  reserve(2);
  if (value instanceof Long && !Number.isSafeInteger(near)) {
    const rest = Number(value.toBigInt() - BigInt(near));
    size = scratch.writeUInt16BE(0x8000 + rest, size);
    return;
  }
  const text = bsonType(value) === 'Decimal128' ? inexactDecimal(value as Decimal128, near) : null;
  size = scratch.writeUInt16BE(text === null ? 0x8000 : 0x8001, size);
  if (text !== null) putString(text);
}

function inexactDecimal(value: Decimal128, near: number): string | null {
  const parts = decimalParts(value);
  if (!parts || parts.digits.toString().replace('-', '').length <= 15) return null;
  return `${parts.digits}E${parts.exponent}/${near}`;
}

function putInt64(high: number, low: number): void {
  reserve(8);
  size = scratch.writeUInt32BE((high ^ 0x80000000) >>> 0, size);
  size = scratch.writeUInt32BE(low >>> 0, size);
}

function putObject(value: Doc): void {
  for (const name of Object.keys(value)) {
    const field = value[name];
    putByte(rankByte(rankOf(field)));
    putString(name);
    putPayload(field);
  }
  putByte(0);
}

function putPayload(value: unknown): void {
  switch (rankOf(value)) {
    case rank.number:
      putNumber(value);
      break;
    case rank.string:
      putString(stringOf(value));
      break;
    case rank.object:
      putObject(value as Doc);
      break;
    case rank.array:
      for (const element of value as unknown[]) putValue(element);
      putByte(0);
      break;
    case rank.binary: {
      const bytes = binaryBytes(value);
      reserve(5);
      size = scratch.writeUInt32BE(bytes.length, size);
      scratch[size++] = (value as { sub_type?: number }).sub_type ?? 0;
      putEscaped(bytes);
      break;
    }
    case rank.objectId: {
      reserve(12);
      scratch.set((value as ObjectId).id, size);
      size += 12;
      break;
    }
    case rank.boolean:
      putByte(value ? 2 : 1);
      break;
    case rank.date: {
      const time = Long.fromNumber((value as Date).getTime());
      putInt64(time.high, time.low);
      break;
    }
    case rank.timestamp:
      putInt64((value as Timestamp).high ^ 0x80000000, (value as Timestamp).low);
      break;
    case rank.regex:
      for (const part of regexParts(value)) putString(part);
      break;
    case rank.code:
      putString((value as Code).code);
      break;
    case rank.codeWithScope:
      putString((value as Code).code);
      putObject((value as Code).scope as Doc);
      break;
  }
}

/** First byte of every key component of this rank. */
export function rankByte(type: number): number {
  return type * 2;
}

function putValue(value: unknown): void {
  putByte(rankByte(rankOf(value)));
  putPayload(value);
}

function putComponent(value: unknown, descending: boolean): void {
  const start = size;
  putValue(value);
  if (descending) for (let i = start; i < size; i++) scratch[i] = ~scratch[i]!;
}

/** The bytes of one key component. */
export function encodeComponent(value: unknown, descending = false): Buffer {
  size = 0;
  putComponent(value, descending);
  return Buffer.from(scratch.subarray(0, size));
}

/** The four bytes that every key of this index starts with. */
export function indexPrefix(indexId: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32BE(indexId);
  return bytes;
}

/**
 * The full key of an index row. A key that need not be unique ends with its record id, which also
 * gives equal keys the order in which they were inserted.
 */
export function encodeIndexKey(
  indexId: number,
  values: unknown[],
  descending: boolean[],
  recordId: number | undefined,
): Buffer {
  size = 0;
  reserve(4);
  size = scratch.writeUInt32BE(indexId, size);
  for (let i = 0; i < values.length; i++) putComponent(values[i], descending[i]!);
  if (recordId !== undefined) {
    reserve(8);
    size = scratch.writeUInt32BE(Math.floor(recordId / 0x100000000), size);
    size = scratch.writeUInt32BE(recordId >>> 0, size);
  }
  return Buffer.from(scratch.subarray(0, size));
}

/** The encoded fields of a sort, compared with `Buffer.compare`. */
export function encodeSortKey(values: unknown[], descending: boolean[]): Buffer {
  size = 0;
  for (let i = 0; i < values.length; i++) putComponent(values[i], descending[i]!);
  return Buffer.from(scratch.subarray(0, size));
}
