import { asBigInt, bitMask } from './bits.ts';
import type { Doc } from './bson-decode.ts';
import { CommandError } from './errors.ts';
import type { Predicate } from './match.ts';
import { isOperatorDoc, isOperatorName } from './operator-doc.ts';
import { anyValue } from './paths.ts';
import { isRegex, regexMatcher } from './regex.ts';
import { typeTest } from './type-names.ts';
import { bsonType, isDoc, isNumeric, rank, rankOf, stringOf, toNumber, truthy } from './values.ts';

type Test = (value: unknown) => boolean;

/** A compiled condition on one field. `direct` tests the value of an undotted field at once. */
export interface LeafTest {
  direct?: Test | undefined;
  onPath(parts: string[]): Predicate;
}

export interface LeafContext {
  order(a: unknown, b: unknown): number;
  collated: boolean;
  compileDocument(filter: Doc): Predicate;
  compileOperators(operators: Doc): LeafTest;
}

type MakeTest = (operand: unknown, context: LeafContext, siblings: Doc) => LeafTest;

/** `test` sees what the path reaches, arrays as a whole. */
function whole(test: Test): LeafTest {
  return {
    direct: test,
    onPath: (parts) => (doc) => anyValue(doc, parts, 0, test),
  };
}

/** `test` sees what the path reaches and, for an array, each of its elements. */
function each(test: Test): LeafTest {
  return whole((value) => test(value) || (Array.isArray(value) && value.some(test)));
}

function not(inner: LeafTest): LeafTest {
  const direct = inner.direct;
  return {
    direct: direct && ((value) => !direct(value)),
    onPath(parts) {
      const predicate = inner.onPath(parts);
      return (doc) => !predicate(doc);
    },
  };
}

function equalTo(operand: unknown, context: LeafContext): Test {
  if (operand === null || operand === undefined) return (v) => v === null || v === undefined;
  if (!context.collated && (typeof operand === 'string' || typeof operand === 'boolean')) {
    return (v) => v === operand || (bsonType(v) === 'BSONSymbol' && stringOf(v) === operand);
  }
  if (bsonType(operand) === 'ObjectId') {
    const id = (operand as { id: Uint8Array }).id;
    return (v) =>
      bsonType(v) === 'ObjectId' && Buffer.compare((v as { id: Uint8Array }).id, id) === 0;
  }
  return (v) => v !== undefined && context.order(v, operand) === 0;
}

function inequality(accept: (order: number) => boolean): MakeTest {
  return (operand, context) => {
    if (operand === undefined || isRegex(operand)) {
      throw new CommandError('BadValue', "Can't have regex or undefined as arg to a comparison");
    }
    const type = rankOf(operand);
    if (type === rank.null) return accept(0) ? each((v) => v === null || v === undefined) : never;
    const anyType = type === rank.minKey || type === rank.maxKey;
    const isNaNOperand = isNumeric(operand) && Number.isNaN(toNumber(operand));
    return each((v) => {
      if (v === undefined || (!anyType && rankOf(v) !== type)) return false;
      // NaN equals itself but is neither less nor greater than a number.
      if (type === rank.number && Number.isNaN(toNumber(v)) !== isNaNOperand) return false;
      return accept(context.order(v, operand));
    });
  };
}

const never: LeafTest = whole(() => false);

/** Values of the common types are looked up in sets; only the rest is compared one by one. */
function oneOf(operand: unknown, context: LeafContext): LeafTest {
  if (!Array.isArray(operand)) throw new CommandError('BadValue', '$in needs an array');
  const strings = new Set<unknown>();
  const numbers = new Set<number>();
  const ids = new Set<string>();
  const others: Test[] = [];
  for (const item of operand) {
    if (isDoc(item) && isOperatorName(Object.keys(item)[0])) {
      throw new CommandError('BadValue', 'cannot nest $ under $in');
    }
    if (isRegex(item)) others.push(regexMatcher(item, undefined));
    else if (!context.collated && typeof item === 'string') strings.add(item);
    else if (typeof item === 'number') numbers.add(item);
    else if (bsonType(item) === 'ObjectId') ids.add(String(item));
    else others.push(equalTo(item, context));
  }
  return each((value) => {
    if (typeof value === 'string' && strings.has(value)) return true;
    if (numbers.size > 0 && isNumeric(value) && numbers.has(toNumber(value))) return true;
    if (ids.size > 0 && bsonType(value) === 'ObjectId' && ids.has(String(value))) return true;
    return others.some((test) => test(value));
  });
}

export function regexTest(operand: unknown, options: unknown): LeafTest {
  return each(regexMatcher(operand, options));
}

function elemMatch(operand: unknown, context: LeafContext): LeafTest {
  if (!isDoc(operand)) throw new CommandError('BadValue', '$elemMatch needs an Object');
  const first = Object.keys(operand)[0];
  const onValues =
    isOperatorDoc(operand) && !['$and', '$or', '$nor', '$expr', '$where'].includes(first!);
  if (onValues) {
    const predicate = context.compileOperators(operand).onPath(['x']);
    return whole((v) => Array.isArray(v) && v.some((element) => predicate({ x: element })));
  }
  const predicate = context.compileDocument(operand);
  return whole(
    (v) =>
      Array.isArray(v) &&
      v.some((element) => {
        if (Array.isArray(element)) return predicate({ ...element } as unknown as Doc);
        return isDoc(element) && predicate(element);
      }),
  );
}

function all(operand: unknown, context: LeafContext): LeafTest {
  if (!Array.isArray(operand)) throw new CommandError('BadValue', '$all needs an array');
  if (operand.length === 0) return never;
  const tests = operand.map((item) => {
    if (isDoc(item) && '$elemMatch' in item) return elemMatch(item.$elemMatch, context);
    return isRegex(item) ? regexTest(item, undefined) : each(equalTo(item, context));
  });
  return {
    onPath(parts) {
      const predicates = tests.map((test) => test.onPath(parts));
      return (doc) => predicates.every((predicate) => predicate(doc));
    },
  };
}

function mod(operand: unknown): LeafTest {
  if (!Array.isArray(operand))
    throw new CommandError('BadValue', 'malformed mod, needs to be an array');
  if (operand.length < 2) throw new CommandError('BadValue', 'malformed mod, not enough elements');
  if (operand.length > 2) throw new CommandError('BadValue', 'malformed mod, too many elements');
  const [divisor, remainder] = operand.map((item) => Math.trunc(toNumber(item))) as [
    number,
    number,
  ];
  if (!divisor) throw new CommandError('BadValue', 'divisor cannot be 0');
  return each((v) => isNumeric(v) && Math.trunc(toNumber(v)) % divisor === remainder);
}

function bits(accept: (value: bigint, mask: bigint) => boolean): MakeTest {
  return (operand) => {
    const mask = bitMask(operand);
    return each((v) => {
      const number = asBigInt(v);
      return number !== undefined && accept(number, mask);
    });
  };
}

function size(operand: unknown): LeafTest {
  const length = isNumeric(operand) ? toNumber(operand) : Number.NaN;
  if (!Number.isInteger(length) || length < 0) {
    throw new CommandError('BadValue', `Failed to parse $size. Expected a non-negative integer`);
  }
  return whole((v) => Array.isArray(v) && v.length === length);
}

function negated(operand: unknown, context: LeafContext): LeafTest {
  if (isRegex(operand)) return not(regexTest(operand, undefined));
  if (!isDoc(operand)) throw new CommandError('BadValue', '$not needs a regex or a document');
  if (Object.keys(operand).length === 0) {
    throw new CommandError('BadValue', '$not cannot be empty');
  }
  return not(context.compileOperators(operand));
}

export const fieldOperators: Record<string, MakeTest> = {
  $eq: (operand, context) => each(equalTo(operand, context)),
  $ne: (operand, context) => {
    if (isRegex(operand)) throw new CommandError('BadValue', "Can't have regex as arg to $ne.");
    return not(each(equalTo(operand, context)));
  },
  $gt: inequality((order) => order > 0),
  $gte: inequality((order) => order >= 0),
  $lt: inequality((order) => order < 0),
  $lte: inequality((order) => order <= 0),
  $in: oneOf,
  $nin: (operand, context) => {
    if (!Array.isArray(operand)) throw new CommandError('BadValue', '$nin needs an array');
    return not(oneOf(operand, context));
  },
  $not: negated,
  $exists: (operand) => {
    const exists = whole((v) => v !== undefined);
    return truthy(operand) ? exists : not(exists);
  },
  $type: (operand) => {
    const { scalar, array } = typeTest(operand);
    return whole((v) =>
      Array.isArray(v)
        ? array || v.some((e) => scalar(e) || (array && Array.isArray(e)))
        : scalar(v),
    );
  },
  $regex: (operand, _context, siblings) => regexTest(operand, siblings.$options),
  $size: size,
  $all: all,
  $elemMatch: elemMatch,
  $mod: mod,
  $bitsAllSet: bits((value, mask) => (value & mask) === mask),
  $bitsAnySet: bits((value, mask) => (value & mask) !== 0n),
  $bitsAllClear: bits((value, mask) => (value & mask) === 0n),
  $bitsAnyClear: bits((value, mask) => (value & mask) !== mask),
  $comment: () => whole(() => true),
};
