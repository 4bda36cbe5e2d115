import type { Options } from 'mingo/types';
import { arithmetic } from './arithmetic.ts';
import type { Doc } from './bson-decode.ts';
import { compareValues } from './compare.ts';
import { compilePromoted, expressionOptions } from './expression.ts';
import { encodeSortKey } from './key-encoding.ts';
import { isOperatorDoc } from './operator-doc.ts';
import { own } from './own.ts';
import type { StageEnv } from './stages.ts';
import { isDoc, isNumeric, toNumber } from './values.ts';

/** What one group has gathered in one field. */
interface Accumulator {
  add(value: unknown): void;
  result(): unknown;
}

function keyOf(value: unknown): string {
  return encodeSortKey([value], [false]).toString('latin1');
}

function extreme(direction: 1 | -1): Accumulator {
  let best: unknown = null;
  return {
    add(value) {
      if (value === null || value === undefined) return;
      if (best === null || compareValues(value, best) * direction > 0) best = value;
    },
    result: () => best,
  };
}

const accumulators: Record<string, () => Accumulator> = {
  $sum() {
    let sum: unknown = 0;
    return {
      add(value) {
        if (typeof value === 'number' && typeof sum === 'number') sum += value;
        else if (isNumeric(value)) sum = arithmetic(sum, value, 'add');
      },
      result: () => sum,
    };
  },
  $avg() {
    let sum = 0;
    let count = 0;
    return {
      add(value) {
        if (!isNumeric(value)) return;
        sum += toNumber(value);
        count++;
      },
      result: () => (count === 0 ? null : sum / count),
    };
  },
  $count() {
    let count = 0;
    return { add: () => void count++, result: () => count };
  },
  $min: () => extreme(-1),
  $max: () => extreme(1),
  $first() {
    let first: unknown;
    let some = false;
    return {
      add(value) {
        if (!some) first = value ?? null;
        some = true;
      },
      result: () => first,
    };
  },
  $last() {
    let last: unknown;
    return {
      add(value) {
        last = value ?? null;
      },
      result: () => last,
    };
  },
  $push() {
    const list: unknown[] = [];
    return { add: (value) => void (value !== undefined && list.push(value)), result: () => list };
  },
  $addToSet() {
    const set = new Map<string, unknown>();
    return {
      add(value) {
        if (value !== undefined) set.set(keyOf(value), value);
      },
      result: () => [...set.values()],
    };
  },
  $mergeObjects() {
    const merged: Doc = {};
    return {
      add: (value) => void (isDoc(value) && Object.assign(merged, value)),
      result: () => merged,
    };
  },
};

type Evaluate = (doc: Doc) => unknown;

/** A group's id; documents of expressions are read field by field, which spares mingo's detour. */
function compileId(expression: unknown, options: Options): Evaluate {
  if (!isDoc(expression) || isOperatorDoc(expression)) return compilePromoted(expression, options);
  const fields = Object.keys(expression).map(
    (name) => [name, compileId(expression[name], options)] as const,
  );
  return (doc) => {
    const id: Doc = {};
    for (const [name, evaluate] of fields) {
      const value = evaluate(doc);
      if (value !== undefined) id[name] = value;
    }
    return id;
  };
}

interface Field {
  name: string;
  make: () => Accumulator;
  evaluate: Evaluate;
}

function fieldsOf(spec: Doc, options: Options): Field[] | undefined {
  const fields: Field[] = [];
  for (const [name, accumulator] of Object.entries(spec)) {
    if (name === '_id') continue;
    if (!isDoc(accumulator)) return undefined;
    const [operator, ...more] = Object.keys(accumulator);
    const make = operator === undefined ? undefined : own(accumulators, operator);
    const operand = accumulator[operator!];
    // A list as operand means something else to each operator: left to mingo.
    if (!make || more.length > 0 || Array.isArray(operand)) return undefined;
    fields.push({ name, make, evaluate: compilePromoted(operand, options) });
  }
  return fields;
}

function* gather(input: Iterable<Doc>, idOf: Evaluate, fields: Field[]): Iterable<Doc> {
  const groups = new Map<string, { id: unknown; state: Accumulator[] }>();
  for (const doc of input) {
    const id = idOf(doc) ?? null;
    const key = typeof id === 'string' ? `s${id}` : keyOf(id);
    let group = groups.get(key);
    if (!group) {
      group = { id, state: fields.map(({ make }) => make()) };
      groups.set(key, group);
    }
    for (let i = 0; i < fields.length; i++) group.state[i]!.add(fields[i]!.evaluate(doc));
  }
  for (const { id, state } of groups.values()) {
    const result: Doc = { _id: id };
    for (let i = 0; i < fields.length; i++) result[fields[i]!.name] = state[i]!.result();
    yield result;
  }
}

/**
 * `$group` that keeps sums, not documents; undefined where the stage uses an accumulator that is
 * left to mingo, which collects all of its input first.
 */
export function streamingGroup(
  input: Iterable<Doc>,
  spec: unknown,
  env: StageEnv,
): Iterable<Doc> | undefined {
  if (!isDoc(spec) || !('_id' in spec)) return undefined;
  const options = expressionOptions(env.variables, env.collation);
  const fields = fieldsOf(spec, options);
  return fields && gather(input, compileId(spec._id, options), fields);
}
