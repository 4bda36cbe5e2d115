import { ObjectId } from 'bson';
import type { Options } from 'mingo/types';
import { compareValues } from './compare.ts';
import { CommandError } from './errors.ts';
import { mingo } from './mingo.ts';
import { typeName } from './type-names.ts';
import { bsonType, isDoc, rank, rankOf } from './values.ts';

type Operator = (doc: unknown, operand: unknown, options: Options) => unknown;

function evalExpr(doc: unknown, expression: unknown, options: Options): unknown {
  return mingo().core.evalExpr(doc, expression, options);
}

/** Compares any two values in BSON's order; a missing field comes before null. */
function comparison(accept: (order: number) => unknown): Operator {
  return (doc, operand, options) => {
    if (!Array.isArray(operand) || operand.length !== 2) {
      throw new CommandError('Location16020', 'a comparison takes exactly 2 arguments');
    }
    const [a, b] = operand.map((argument) => evalExpr(doc, argument, options));
    return accept(compareValues(a, b));
  };
}

function only(operand: unknown): unknown {
  return Array.isArray(operand) && operand.length === 1 ? operand[0] : operand;
}

function toObjectId(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (bsonType(value) === 'ObjectId') return value;
  if (typeof value === 'string' && /^[0-9a-f]{24}$/i.test(value)) return new ObjectId(value);
  throw new CommandError(
    'ConversionFailure',
    `Failed to parse objectId '${String(value)}' in $convert with no onError value`,
  );
}

function toText(doc: unknown, operand: unknown, options: Options): unknown {
  const value = evalExpr(doc, only(operand), options);
  if (rankOf(value) === rank.objectId) return String(value);
  return mingo().expressions.$toString(doc as never, { $literal: value }, options);
}

function convert(doc: unknown, operand: unknown, options: Options): unknown {
  const spec = isDoc(operand) ? operand : {};
  const input = evalExpr(doc, spec.input, options);
  const to = evalExpr(doc, spec.to, options);
  const special = to === 'objectId' || to === 7 || rankOf(input) === rank.objectId;
  if (!special || input === null || input === undefined) {
    return mingo().expressions.$convert(doc as never, operand as never, options);
  }
  try {
    if (to === 'string' || to === 2) return String(input);
    return toObjectId(input);
  } catch (error) {
    if (!('onError' in spec)) throw error;
    return evalExpr(doc, spec.onError, options);
  }
}

/** Expression operators that mingo lacks, or answers without BSON's types and order. */
export const expressionOperators: Record<string, Operator> = {
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $cmp: comparison((order) => order),
  $toString: toText,
  $toObjectId: (doc, operand, options) => toObjectId(evalExpr(doc, only(operand), options)),
  $convert: convert,
  $type: (doc, operand, options) => typeName(evalExpr(doc, only(operand), options)),
};
