import { Double } from 'bson';
import { CommandError } from './errors.ts';
import { own } from './own.ts';
import { bsonType, isNumeric, rank, rankOf, toNumber } from './values.ts';

const numbersByName: Record<string, number> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  dbPointer: 12,
  javascript: 13,
  symbol: 14,
  javascriptWithScope: 15,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
};

/** BSON's type number of a value, 0 where there is none. */
export function typeNumber(value: unknown): number {
  if (value === undefined) return 0;
  switch (rankOf(value)) {
    case rank.number: {
      const type = bsonType(value);
      if (type === 'Long' || typeof value === 'bigint') return 18;
      if (type === 'Decimal128') return 19;
      if (value instanceof Double) return 1;
      const number = toNumber(value);
      return (number | 0) === number && !Object.is(number, -0) ? 16 : 1;
    }
    case rank.string:
      return bsonType(value) === 'BSONSymbol' ? 14 : 2;
    case rank.object:
      return 3;
    case rank.array:
      return 4;
    case rank.binary:
      return 5;
    case rank.objectId:
      return 7;
    case rank.boolean:
      return 8;
    case rank.date:
      return 9;
    case rank.null:
      return 10;
    case rank.regex:
      return 11;
    case rank.code:
      return 13;
    case rank.codeWithScope:
      return 15;
    case rank.timestamp:
      return 17;
    case rank.minKey:
      return -1;
    default:
      return 127;
  }
}

export function typeName(value: unknown): string {
  const number = typeNumber(value);
  return Object.keys(numbersByName).find((name) => numbersByName[name] === number) ?? 'missing';
}

/** The test of `$type`; arrays are asked for apart because a path fans them out. */
export function typeTest(operand: unknown): { scalar: (v: unknown) => boolean; array: boolean } {
  const wanted = new Set<number>();
  for (const item of Array.isArray(operand) ? operand : [operand]) {
    if (item === 'number') for (const n of [1, 16, 18, 19]) wanted.add(n);
    else if (typeof item === 'string') {
      const number = own(numbersByName, item);
      if (number === undefined) {
        throw new CommandError('BadValue', `Unknown type name alias: ${item}`);
      }
      wanted.add(number);
    } else if (isNumeric(item)) {
      if (!Object.values(numbersByName).includes(toNumber(item))) {
        throw new CommandError('BadValue', `Invalid numerical type code: ${toNumber(item)}`);
      }
      wanted.add(toNumber(item));
    } else
      throw new CommandError('TypeMismatch', 'type must be represented as a number or a string');
  }
  return { scalar: (v) => v !== undefined && wanted.has(typeNumber(v)), array: wanted.has(4) };
}
