import type { Doc } from './bson-decode.ts';
import { sameValue } from './compare.ts';
import { CommandError } from './errors.ts';
import { compileFilter, type Predicate } from './match.ts';
import { own } from './own.ts';
import { isArrayIndex } from './paths.ts';
import { compilePipelineUpdate } from './pipeline-update.ts';
import { matchedPosition } from './positional.ts';
import { shellText } from './shell-text.ts';
import { checkConflicts, checkPath, type Step } from './update-checks.ts';
import { updateOperators } from './update-operators.ts';
import { concretePaths, type PathContext } from './update-path.ts';
import { isDoc } from './values.ts';

export interface UpdateRequest {
  update: unknown;
  filter: Doc;
  arrayFilters?: unknown;
  variables?: Doc | undefined;
}

/** Gives the changed document; the one passed in is left alone. `inserting` switches `$setOnInsert` on. */
export interface Update {
  (doc: Doc, inserting: boolean): Doc;
  replacement?: boolean;
  /** The top-level fields that it can change; absent where that may be any. */
  touched?: Set<string>;
}

function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyOf) as T;
  if (!isDoc(value)) return value;
  const copy: Doc = { ...value };
  for (const name of Object.keys(copy)) copy[name] = copyOf(value[name]);
  return copy as T;
}

/** Steps in the order of their paths (numbers as numbers), which is how the server applies them. */
function comparePaths(a: Step, b: Step): number {
  const x = a.path.split('.');
  const y = b.path.split('.');
  for (let i = 0; i < x.length && i < y.length; i++) {
    if (x[i] === y[i]) continue;
    if (isArrayIndex(x[i]!) && isArrayIndex(y[i]!)) return Number(x[i]) - Number(y[i]);
    return x[i]! < y[i]! ? -1 : 1;
  }
  return x.length - y.length;
}

function stepsOf(update: Doc): Step[] {
  const steps: Step[] = [];
  for (const operator of Object.keys(update)) {
    if (!own(updateOperators, operator)) {
      throw new CommandError(
        'FailedToParse',
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    }
    const fields = update[operator];
    if (!isDoc(fields)) {
      throw new CommandError(
        'FailedToParse',
        `Modifiers operate on fields but we found type ${Array.isArray(fields) ? 'array' : typeof fields} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${shellText(fields)}}`,
      );
    }
    for (const path of Object.keys(fields)) {
      checkPath(path);
      steps.push({ operator, path, operand: fields[path] });
    }
  }
  checkConflicts(steps);
  return steps.sort(comparePaths);
}

function compileArrayFilters(filters: unknown, steps: Step[]): Map<string, Predicate> {
  const result = new Map<string, Predicate>();
  for (const filter of (filters ?? []) as Doc[]) {
    const name = identifierOf(filter);
    if (name === undefined) {
      throw new CommandError(
        'FailedToParse',
        'Cannot use an expression without a top-level field name in arrayFilters',
      );
    }
    if (result.has(name)) {
      throw new CommandError(
        'FailedToParse',
        `Found multiple array filters with the same top-level field name ${name}`,
      );
    }
    if (!steps.some(({ path }) => path.includes(`$[${name}]`))) {
      throw new CommandError(
        'FailedToParse',
        `The array filter for identifier '${name}' was not used in the update ${shellText(Object.fromEntries(steps.map((s) => [s.operator, { [s.path]: s.operand }])))}`,
      );
    }
    result.set(name, compileFilter(filter, {}));
  }
  return result;
}

function identifierOf(filter: Doc): string | undefined {
  for (const name of Object.keys(filter)) {
    if (!name.startsWith('$')) return name.split('.')[0];
    const branches = filter[name];
    if (!Array.isArray(branches)) continue;
    for (const branch of branches) {
      const found = isDoc(branch) ? identifierOf(branch) : undefined;
      if (found) return found;
    }
  }
  return undefined;
}

function compileModifiers(request: UpdateRequest): Update {
  const steps = stepsOf(request.update as Doc);
  const arrayFilters = compileArrayFilters(request.arrayFilters, steps);
  const touched = new Set(
    steps.flatMap(({ operator, path, operand }) =>
      (operator === '$rename' ? [path, String(operand)] : [path]).map((p) => p.split('.')[0]!),
    ),
  );
  const apply: Update = (before, inserting) => {
    const doc = { ...before };
    for (const root of touched) if (Object.hasOwn(doc, root)) doc[root] = copyOf(doc[root]);
    const context: PathContext = {
      arrayFilters,
      position: (path) => (inserting ? undefined : matchedPosition(request.filter, before, path)),
    };
    for (const { operator, path, operand } of steps) {
      if (operator === '$setOnInsert' && !inserting) continue;
      const change = updateOperators[operator]!;
      if (!path.includes('$')) change(doc, path.split('.'), operand);
      else for (const parts of concretePaths(doc, path, context)) change(doc, parts, operand);
    }
    if (!inserting && !sameValue(doc._id, before._id)) {
      throw new CommandError(
        'ImmutableField',
        "Performing an update on the path '_id' would modify the immutable field '_id'",
      );
    }
    return doc;
  };
  return Object.assign(apply, { touched });
}

function compileReplacement(update: Doc): Update {
  return (before, inserting) => {
    if (!inserting && '_id' in update && !sameValue(update._id, before._id)) {
      throw new CommandError(
        'ImmutableField',
        `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${shellText(update._id)}`,
      );
    }
    const { _id, ...rest } = update;
    const id = before._id ?? _id;
    return id === undefined ? rest : { _id: id, ...rest };
  };
}

/** Compiles a document of modifiers, a replacement or a pipeline. */
export function compileUpdate(request: UpdateRequest): Update {
  const { update } = request;
  if (Array.isArray(update)) return compilePipelineUpdate(update as Doc[], request.variables);
  if (!isDoc(update)) {
    throw new CommandError('FailedToParse', 'Update argument must be either an object or an array');
  }
  const names = Object.keys(update);
  if (names[0]?.startsWith('$')) return compileModifiers(request);
  const dollar = names.find((name) => name.startsWith('$'));
  if (dollar) {
    throw new CommandError(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${dollar}' in '${dollar}' is not allowed in the context of an update's replacement document.`,
    );
  }
  return Object.assign(compileReplacement(update), { replacement: true });
}
