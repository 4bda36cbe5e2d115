import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Double,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import { CommandError } from './errors.ts';

export type Doc = Record<string, unknown>;

// Field names repeat in every document, so a small table of interned names saves most string work.
const nameTable: (string | undefined)[] = new Array(4096);

function malformed(): never {
  throw new CommandError('InvalidBSON', 'invalid BSON: a length points outside the document');
}

function readName(buf: Buffer, start: number, end: number): string {
  const length = end - start;
  if (length > 40) return buf.toString('utf8', start, end);
  let hash = length;
  for (let i = start; i < end; i++) hash = (hash * 31 + buf[i]!) | 0;
  const slot = (hash ^ (hash >>> 12)) & 4095;
  const known = nameTable[slot];
  if (known !== undefined && known.length === length) {
    let i = 0;
    while (i < length && known.charCodeAt(i) === buf[start + i]) i++;
    if (i === length) return known;
  }
  const name = buf.toString('utf8', start, end);
  // Only pure ASCII names are kept: for others the comparison above would never hold.
  if (name.length === length) nameTable[slot] = name;
  return name;
}

/** Offset just behind the zero byte that ends the C string at `from`. */
export function skipCString(buf: Buffer, from: number): number {
  const zero = buf.indexOf(0, from);
  if (zero < 0) malformed();
  return zero + 1;
}

/** Size in bytes of the value of BSON type `type` at `at`. */
function valueSize(buf: Buffer, type: number, at: number): number {
  switch (type) {
    case 0x01:
    case 0x09:
    case 0x11:
    case 0x12:
      return 8;
    case 0x02:
    case 0x0d:
    case 0x0e:
      return 4 + buf.readInt32LE(at);
    case 0x03:
    case 0x04:
    case 0x0f:
      return buf.readInt32LE(at);
    case 0x05:
      return 5 + buf.readInt32LE(at);
    case 0x06:
    case 0x0a:
    case 0x7f:
    case 0xff:
      return 0;
    case 0x07:
      return 12;
    case 0x08:
      return 1;
    case 0x0b:
      return skipCString(buf, skipCString(buf, at)) - at;
    case 0x0c:
      return 4 + buf.readInt32LE(at) + 12;
    case 0x10:
      return 4;
    case 0x13:
      return 16;
    default:
      throw new CommandError('InvalidBSON', `invalid BSON: unknown type 0x${type.toString(16)}`);
  }
}

function readString(buf: Buffer, at: number): string {
  const length = buf.readInt32LE(at);
  if (length < 1 || at + 4 + length > buf.length) malformed();
  return buf.toString('utf8', at + 4, at + 3 + length);
}

function decodeBinary(buf: Buffer, at: number): Binary {
  const length = buf.readInt32LE(at);
  if (length < 0 || at + 5 + length > buf.length) malformed();
  return new Binary(Buffer.from(buf.subarray(at + 5, at + 5 + length)), buf[at + 4]!);
}

/**
 * One value in the representation used everywhere inside the store: int32 and fractional doubles
 * are plain numbers, an integral double in int32 range is a `Double` and int64 a `Long`, so that
 * `bson.serialize` gives every number back with the type it came with.
 */
function decodeValue(buf: Buffer, type: number, at: number): unknown {
  switch (type) {
    case 0x01: {
      const value = buf.readDoubleLE(at);
      return (value | 0) === value && !Object.is(value, -0) ? new Double(value) : value;
    }
    case 0x02:
      return readString(buf, at);
    case 0x03:
      return decodeDocument(buf, at);
    case 0x04:
      return decodeArray(buf, at);
    case 0x05:
      return decodeBinary(buf, at);
    case 0x06:
      return undefined;
    case 0x07:
      return new ObjectId(Buffer.from(buf.subarray(at, at + 12)));
    case 0x08:
      return buf[at] === 1;
    case 0x09:
      return new Date(buf.readUInt32LE(at) + buf.readInt32LE(at + 4) * 0x100000000);
    case 0x0a:
      return null;
    case 0x0b: {
      const middle = skipCString(buf, at);
      const end = skipCString(buf, middle);
      return new BSONRegExp(
        buf.toString('utf8', at, middle - 1),
        buf.toString('utf8', middle, end - 1),
      );
    }
    case 0x0d:
      return new Code(readString(buf, at));
    case 0x0e:
      return new BSONSymbol(readString(buf, at));
    case 0x0f: {
      const length = buf.readInt32LE(at + 4);
      return new Code(readString(buf, at + 4), decodeDocument(buf, at + 8 + length));
    }
    case 0x10:
      return buf.readInt32LE(at);
    case 0x11:
      return new Timestamp({ i: buf.readUInt32LE(at), t: buf.readUInt32LE(at + 4) });
    case 0x12:
      return new Long(buf.readInt32LE(at), buf.readInt32LE(at + 4));
    case 0x13:
      return new Decimal128(Buffer.from(buf.subarray(at, at + 16)));
    case 0x7f:
      return new MaxKey();
    case 0xff:
      return new MinKey();
    default:
      throw new CommandError(
        'InvalidBSON',
        `invalid BSON: unsupported type 0x${type.toString(16)}`,
      );
  }
}

function endOf(buf: Buffer, start: number): number {
  const length = start + 5 <= buf.length ? buf.readInt32LE(start) : 0;
  const end = start + length - 1;
  if (length < 5 || end >= buf.length || buf[end] !== 0) malformed();
  return end;
}

function decodeArray(buf: Buffer, start: number): unknown[] {
  const end = endOf(buf, start);
  const result: unknown[] = [];
  let pos = start + 4;
  while (pos < end) {
    const type = buf[pos]!;
    const at = skipCString(buf, pos + 1);
    pos = at + valueSize(buf, type, at);
    if (pos > end) malformed();
    result.push(decodeValue(buf, type, at));
  }
  return result;
}

/** Whether the first field of an encoded document is `_id`. */
export function startsWithId(buf: Buffer): boolean {
  return buf.length > 9 && buf.readUInt32BE(5) === 0x5f696400;
}

/** Decodes only the named top-level fields; the others are stepped over. */
export const decodeFields = (buf: Buffer, names: ReadonlySet<string>): Doc =>
  decodeDocument(buf, 0, names);

/**
 * Decodes the document at `start`, all its fields or `only` some; see {@link decodeValue} for what
 * numbers become.
 */
export function decodeDocument(buf: Buffer, start = 0, only?: ReadonlySet<string>): Doc {
  const end = endOf(buf, start);
  const result: Doc = {};
  let pos = start + 4;
  while (pos < end) {
    const type = buf[pos]!;
    let nameEnd = pos + 1;
    while (buf[nameEnd] !== 0) nameEnd++;
    const name = readName(buf, pos + 1, nameEnd);
    const at = nameEnd + 1;
    pos = at + valueSize(buf, type, at);
    if (pos > end) malformed();
    if (only && !only.has(name)) continue;
    const value = decodeValue(buf, type, at);
    if (name === '__proto__') {
      Object.defineProperty(result, name, {
        value,
        enumerable: true,
        writable: true,
        configurable: true,
      });
    } else {
      result[name] = value;
    }
  }
  return result;
}
