import { BSONRegExp } from 'bson';
import type { Doc } from './bson-decode.ts';
import type { Index } from './catalog.ts';
import { encodeComponent, rankByte } from './key-encoding.ts';
import { isOperatorDoc } from './operator-doc.ts';
import { isDoc, rank, rankOf, regexParts, truthy } from './values.ts';

/** One condition that must hold, taken apart from the filter. */
export interface Condition {
  path: string;
  op: string;
  value: unknown;
}

export interface Conditions {
  all: Condition[];
  /** The branches of each `$or`; one of each must hold. */
  anyOf: Doc[][];
}

/** Takes apart what every match must satisfy; whatever is not understood is left to the recheck. */
export function conditionsOf(filter: Doc): Conditions {
  const result: Conditions = { all: [], anyOf: [] };
  collect(filter, '', result);
  return result;
}

function collect(filter: Doc, prefix: string, into: Conditions): void {
  for (const name of Object.keys(filter)) {
    const operand = filter[name];
    if (name === '$and' && Array.isArray(operand)) {
      for (const part of operand) if (isDoc(part)) collect(part, prefix, into);
    } else if (name === '$or' && Array.isArray(operand) && prefix === '') {
      if (operand.every(isDoc)) into.anyOf.push(operand);
    } else if (!name.startsWith('$')) collectField(prefix + name, operand, into);
  }
}

function collectField(path: string, operand: unknown, into: Conditions): void {
  if (operand instanceof BSONRegExp || operand instanceof RegExp) {
    const [pattern, options] = regexParts(operand);
    into.all.push({ path, op: '$regex', value: { pattern, options } });
    return;
  }
  if (!isOperatorDoc(operand)) {
    into.all.push({ path, op: '$eq', value: operand });
    return;
  }
  for (const op of Object.keys(operand)) {
    const value = operand[op];
    if (op === '$elemMatch' && isDoc(value) && !isOperatorDoc(value)) {
      collect(value, `${path}.`, into);
    } else if (op === '$all' && Array.isArray(value) && value.length > 0) {
      const first = value[0];
      if (!isOperatorDoc(first) && rankOf(first) !== rank.regex) {
        into.all.push({ path, op: '$eq', value: first });
      }
    } else if (op === '$regex') {
      const pattern = value instanceof BSONRegExp ? value.pattern : String(value);
      const flags = value instanceof BSONRegExp ? value.options : '';
      const options = typeof operand.$options === 'string' ? operand.$options : flags;
      into.all.push({ path, op, value: { pattern, options } });
    } else into.all.push({ path, op, value });
  }
}

/** What an index component is held to: a few exact values, or one stretch of bytes. */
export type Segment =
  | { points: Buffer[]; present: boolean }
  | { low: Buffer; high: Buffer; present: boolean };

const end = Buffer.from([0xff]);

function after(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, end]);
}

function canBePoint(value: unknown): boolean {
  const type = rankOf(value);
  return type !== rank.array && type !== rank.regex && value !== undefined;
}

function literalPrefix(value: unknown): string {
  const { pattern, options } = value as { pattern: string; options: string };
  if (options?.replace(/[su]/g, '') || !pattern?.startsWith('^') || pattern.includes('|'))
    return '';
  const literal = /^\^((?:[^\\^$.*+?()[\]{}|]|\\[^a-zA-Z0-9])*)/.exec(pattern)![1]!;
  const next = pattern[literal.length + 1];
  const plain = literal.replace(/\\(.)/g, '$1');
  // In `^ab*` the b may be missing.
  return next === '*' || next === '?' || next === '{' ? [...plain].slice(0, -1).join('') : plain;
}

function stringStretch(prefix: string, descending: boolean): Segment {
  const plain = Buffer.concat([Buffer.from([rankByte(rank.string)]), Buffer.from(prefix, 'utf8')]);
  const low = descending ? Buffer.from(plain.map((byte) => ~byte)) : plain;
  return { low, high: Buffer.concat([low, end, end]), present: true };
}

function typeStretch(type: number, descending: boolean): { low: Buffer; high: Buffer } {
  const byte = descending ? ~rankByte(type) & 0xff : rankByte(type);
  return { low: Buffer.from([byte]), high: Buffer.from([byte + 1]) };
}

/** Narrows one type's stretch by the comparisons; on a multikey component only one may count. */
function rangeSegment(ranges: Condition[], descending: boolean): Segment {
  const type = rankOf(ranges[0]!.value);
  let { low, high } = typeStretch(type, descending);
  for (const { op, value } of ranges) {
    if (rankOf(value) !== type) continue;
    const bytes = encodeComponent(value, descending);
    const inclusive = op.endsWith('e');
    if (op.startsWith('$gt') !== descending) {
      const bound = inclusive ? bytes : after(bytes);
      if (Buffer.compare(bound, low) > 0) low = bound;
    } else {
      const bound = inclusive ? after(bytes) : bytes;
      if (Buffer.compare(bound, high) < 0) high = bound;
    }
  }
  return { low, high, present: true };
}

function pointSegment(values: unknown[], index: Index, descending: boolean): Segment {
  const wide = values.flatMap((value) => (value === null ? [null, undefined] : [value]));
  const encoded = wide.map((value) =>
    encodeComponent(index.fold ? index.fold(value) : value, descending),
  );
  encoded.sort(Buffer.compare);
  const points = encoded.filter((bytes, i) => i === 0 || !bytes.equals(encoded[i - 1]!));
  return { points, present: !values.includes(null) };
}

function holdsText(value: unknown): boolean {
  const type = rankOf(value);
  return type === rank.string || type === rank.object || type === rank.array;
}

/** The segment of component `at` of an index under these conditions, or undefined if it is free. */
export function segmentOf(
  index: Index,
  at: number,
  conditions: Condition[],
  sameCollation: boolean,
): Segment | undefined {
  const own = conditions.filter((condition) => condition.path === index.paths[at]);
  if (own.length === 0) return undefined;
  const descending = index.descending[at]!;
  const usableValue = (value: unknown) => canBePoint(value) && (sameCollation || !holdsText(value));
  for (const { op, value } of own) {
    if (op === '$eq' && usableValue(value)) return pointSegment([value], index, descending);
  }
  for (const { op, value } of own) {
    if (op === '$in' && Array.isArray(value) && value.every(usableValue)) {
      return pointSegment(value, index, descending);
    }
  }
  if (index.fold || !sameCollation) return undefined;
  const ranges = own.filter(
    ({ op, value }) =>
      /^\$[gl]te?$/.test(op) &&
      rankOf(value) !== rank.null &&
      rankOf(value) !== rank.array &&
      canBePoint(value) &&
      ![rank.minKey, rank.maxKey].includes(rankOf(value) as 1 | 16),
  );
  if (ranges.length > 0) {
    return rangeSegment(index.multikey[at] ? ranges.slice(0, 1) : ranges, descending);
  }
  for (const { op, value } of own) {
    const prefix = op === '$regex' ? literalPrefix(value) : '';
    if (prefix) return stringStretch(prefix, descending);
  }
  return undefined;
}

/** True if the conditions on any of these paths exclude a missing field, as a sparse index does. */
export function excludesMissing(conditions: Condition[], paths: string[]): boolean {
  return conditions.some(
    ({ path, op, value }) =>
      paths.includes(path) &&
      ((op === '$exists' && truthy(value)) ||
        (op === '$eq' && value !== null && value !== undefined) ||
        (op === '$in' && Array.isArray(value) && !value.includes(null)) ||
        (op === '$ne' && value === null) ||
        (/^\$([gl]te?|regex|type)$/.test(op) && rankOf(value) !== rank.null)),
  );
}
