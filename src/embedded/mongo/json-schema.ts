import type { Doc } from './bson-decode.ts';
import { compareValues, sameValue } from './compare.ts';
import { CommandError } from './errors.ts';
import { own } from './own.ts';
import { typeTest } from './type-names.ts';
import { isDoc, isNumeric, toNumber } from './values.ts';

type Test = (value: unknown) => boolean;

const jsonTypes: Record<string, string[]> = {
  object: ['object'],
  array: ['array'],
  number: ['number'],
  boolean: ['bool'],
  string: ['string'],
  null: ['null'],
};

function ofType(names: unknown, json: boolean): Test {
  const list = (Array.isArray(names) ? names : [names]).flatMap((name) =>
    json ? (own(jsonTypes, String(name)) ?? []) : [name],
  );
  const { scalar, array } = typeTest(list);
  return (v) => (Array.isArray(v) ? array : scalar(v));
}

function onNumber(test: (value: number) => boolean): Test {
  return (v) => !isNumeric(v) || test(toNumber(v));
}

function onString(test: (value: string) => boolean): Test {
  return (v) => typeof v !== 'string' || test(v);
}

function onArray(test: (value: unknown[]) => boolean): Test {
  return (v) => !Array.isArray(v) || test(v);
}

function onDoc(test: (value: Doc) => boolean): Test {
  return (v) => !isDoc(v) || test(v);
}

function schemas(operand: unknown): Test[] {
  return (operand as Doc[]).map(compileJsonSchema);
}

const keywords: Record<string, (operand: unknown, schema: Doc) => Test> = {
  bsonType: (o) => ofType(o, false),
  type: (o) => ofType(o, true),
  enum: (o) => (v) => (o as unknown[]).some((item) => sameValue(item, v)),
  required: (o) => onDoc((v) => (o as string[]).every((name) => v[name] !== undefined)),
  properties: (o) => {
    const tests = Object.entries(o as Doc).map(
      ([name, schema]) => [name, compileJsonSchema(schema as Doc)] as const,
    );
    return onDoc((v) => tests.every(([name, test]) => v[name] === undefined || test(v[name])));
  },
  additionalProperties: (o, schema) => {
    const known = Object.keys((schema.properties as Doc) ?? {});
    const patterns = Object.keys((schema.patternProperties as Doc) ?? {}).map((p) => new RegExp(p));
    const test = isDoc(o) ? compileJsonSchema(o) : () => o !== false;
    return onDoc((v) =>
      Object.keys(v).every(
        (name) => known.includes(name) || patterns.some((p) => p.test(name)) || test(v[name]),
      ),
    );
  },
  patternProperties: (o) => {
    const tests = Object.entries(o as Doc).map(
      ([p, schema]) => [new RegExp(p), compileJsonSchema(schema as Doc)] as const,
    );
    return onDoc((v) =>
      Object.keys(v).every((name) => tests.every(([p, test]) => !p.test(name) || test(v[name]))),
    );
  },
  minimum: (o, s) =>
    onNumber((v) => (s.exclusiveMinimum === true ? v > toNumber(o) : v >= toNumber(o))),
  maximum: (o, s) =>
    onNumber((v) => (s.exclusiveMaximum === true ? v < toNumber(o) : v <= toNumber(o))),
  exclusiveMinimum: () => () => true,
  exclusiveMaximum: () => () => true,
  multipleOf: (o) => onNumber((v) => v % toNumber(o) === 0),
  minLength: (o) => onString((v) => [...v].length >= toNumber(o)),
  maxLength: (o) => onString((v) => [...v].length <= toNumber(o)),
  pattern: (o) => {
    const regex = new RegExp(String(o));
    return onString((v) => regex.test(v));
  },
  minItems: (o) => onArray((v) => v.length >= toNumber(o)),
  maxItems: (o) => onArray((v) => v.length <= toNumber(o)),
  uniqueItems: (o) =>
    onArray((v) => {
      const sorted = v.slice().sort(compareValues);
      return !o || sorted.every((item, i) => i === 0 || !sameValue(item, sorted[i - 1]));
    }),
  items: (o) => {
    if (Array.isArray(o)) {
      const tests = schemas(o);
      return onArray((v) => v.every((item, i) => tests[i]?.(item) ?? true));
    }
    const test = compileJsonSchema(o as Doc);
    return onArray((v) => v.every(test));
  },
  minProperties: (o) => onDoc((v) => Object.keys(v).length >= toNumber(o)),
  maxProperties: (o) => onDoc((v) => Object.keys(v).length <= toNumber(o)),
  allOf: (o) => {
    const tests = schemas(o);
    return (v) => tests.every((test) => test(v));
  },
  anyOf: (o) => {
    const tests = schemas(o);
    return (v) => tests.some((test) => test(v));
  },
  oneOf: (o) => {
    const tests = schemas(o);
    return (v) => tests.filter((test) => test(v)).length === 1;
  },
  not: (o) => {
    const test = compileJsonSchema(o as Doc);
    return (v) => !test(v);
  },
  title: () => () => true,
  description: () => () => true,
};

/** MongoDB's dialect of JSON schema draft 4, as used by `$jsonSchema`. */
export function compileJsonSchema(schema: Doc): Test {
  if (!isDoc(schema)) throw new CommandError('TypeMismatch', '$jsonSchema must be an object');
  const tests = Object.keys(schema).map((name) => {
    const make = own(keywords, name);
    if (!make) {
      throw new CommandError('FailedToParse', `Unknown $jsonSchema keyword: ${name}`);
    }
    return make(schema[name], schema);
  });
  return (value) => tests.every((test) => test(value));
}
