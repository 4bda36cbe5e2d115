import { BSONRegExp } from 'bson';
import type { Doc } from './bson-decode.ts';
import { type CollationSpec, valueOrder } from './collation.ts';
import { CommandError } from './errors.ts';
import { compileExpression } from './expression.ts';
import { compileJsonSchema } from './json-schema.ts';
import { fieldOperators, type LeafContext, type LeafTest, regexTest } from './match-operators.ts';
import { isOperatorDoc, isOperatorName } from './operator-doc.ts';
import { own } from './own.ts';
import { splitPath } from './paths.ts';
import { isDoc, truthy } from './values.ts';

export type Predicate = (doc: Doc) => boolean;

export interface MatchOptions {
  collation?: CollationSpec;
  /** `let` variables that `$expr` may name. */
  variables?: Doc;
}

/**
 * The query language. mingo's own matcher is not used because it neither orders BSON types as
 * MongoDB does nor knows int64, decimal and integral doubles; `$expr` goes to mingo.
 */
export function compileFilter(filter: Doc, options: MatchOptions): Predicate {
  const context: LeafContext = {
    order: valueOrder(options.collation),
    collated: Boolean(options.collation?.locale) && options.collation?.locale !== 'simple',
    compileDocument: (inner) => compileFilter(inner, options),
    compileOperators: (operators) => compileOperators(operators, context),
  };
  const tests: Predicate[] = [];
  for (const name of Object.keys(filter)) {
    const operand = filter[name];
    tests.push(
      isOperatorName(name)
        ? compileTopLevel(name, operand, options)
        : compileField(name, operand, context),
    );
  }
  return allOf(tests);
}

function allOf(tests: Predicate[]): Predicate {
  if (tests.length === 0) return () => true;
  if (tests.length === 1) return tests[0]!;
  return (doc) => {
    for (const test of tests) if (!test(doc)) return false;
    return true;
  };
}

function compileTopLevel(name: string, operand: unknown, options: MatchOptions): Predicate {
  switch (name) {
    case '$and':
      return allOf(branches(name, operand, options));
    case '$or': {
      const tests = branches(name, operand, options);
      return (doc) => tests.some((test) => test(doc));
    }
    case '$nor': {
      const tests = branches(name, operand, options);
      return (doc) => !tests.some((test) => test(doc));
    }
    case '$expr': {
      const evaluate = compileExpression(operand, options.variables);
      return (doc) => truthy(evaluate(doc));
    }
    case '$jsonSchema':
      return compileJsonSchema(operand as Doc);
    case '$comment':
      return () => true;
    case '$alwaysTrue':
      return () => true;
    case '$alwaysFalse':
      return () => false;
    case '$sampleRate':
      return () => Math.random() < Number(operand);
    case '$where':
    case '$text':
      throw new CommandError('BadValue', `${name} is not supported by the embedded store`);
    default:
      throw new CommandError(
        'BadValue',
        `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
      );
  }
}

function branches(name: string, operand: unknown, options: MatchOptions): Predicate[] {
  if (!Array.isArray(operand)) throw new CommandError('BadValue', `${name} must be an array`);
  if (operand.length === 0) {
    throw new CommandError('BadValue', '$and/$or/$nor must be a nonempty array');
  }
  return operand.map((branch) => {
    if (!isDoc(branch)) {
      throw new CommandError('BadValue', '$or/$and/$nor entries need to be full objects');
    }
    return compileFilter(branch, options);
  });
}

function compileField(path: string, operand: unknown, context: LeafContext): Predicate {
  const parts = splitPath(path);
  const test = isOperatorDoc(operand)
    ? compileOperators(operand, context)
    : implicitTest(operand, context);
  const [only] = parts;
  if (parts.length === 1 && test.direct) {
    const direct = test.direct;
    return (doc) => direct(Object.hasOwn(doc, only!) ? doc[only!] : undefined);
  }
  return test.onPath(parts);
}

function implicitTest(operand: unknown, context: LeafContext): LeafTest {
  if (operand instanceof RegExp || operand instanceof BSONRegExp) {
    return regexTest(operand, undefined);
  }
  return fieldOperators.$eq!(operand, context, {});
}

/** All operators of one field: each looks at the whole path by itself, as `$gt` and `$lt` may hold for different elements. */
function compileOperators(operators: Doc, context: LeafContext): LeafTest {
  const tests: LeafTest[] = [];
  for (const name of Object.keys(operators)) {
    if (name === '$options') {
      if (!('$regex' in operators)) {
        throw new CommandError('BadValue', '$options needs a $regex');
      }
      continue;
    }
    const make = own(fieldOperators, name);
    if (!make) throw new CommandError('BadValue', `unknown operator: ${name}`);
    tests.push(make(operators[name], context, operators));
  }
  if (tests.length === 1) return tests[0]!;
  return {
    direct: tests.every((test) => test.direct)
      ? (value) => tests.every((test) => test.direct!(value))
      : undefined,
    onPath(parts) {
      const predicates = tests.map((test) => test.onPath(parts));
      return (doc) => predicates.every((predicate) => predicate(doc));
    },
  };
}

/** Whether a single value (an array element) satisfies a condition such as `{ $gt: 1 }` or `5`. */
export function compileValueTest(
  condition: unknown,
  options: MatchOptions,
): (value: unknown) => boolean {
  const predicate = compileFilter({ x: condition }, options);
  return (value) => predicate({ x: value });
}
