import type { Doc } from './bson-decode.ts';
import { CommandError } from './errors.ts';
import { compileFilter } from './match.ts';
import { splitPath } from './paths.ts';
import { createSorter, parseSort } from './sort.ts';
import { runStages, type Stage } from './stages.ts';
import { getAt, setAt, unsetAt } from './update-path.ts';
import { isDoc, isNumeric, toNumber } from './values.ts';

function* match(input: Iterable<Doc>, test: (doc: Doc) => boolean): Iterable<Doc> {
  for (const doc of input) if (test(doc)) yield doc;
}

/** Stops reading at the limit, which mingo's own stage does not. */
function* limit(input: Iterable<Doc>, count: number): Iterable<Doc> {
  let left = count;
  for (const doc of input) {
    yield doc;
    if (--left <= 0) return;
  }
}

function* skip(input: Iterable<Doc>, count: number): Iterable<Doc> {
  let left = count;
  for (const doc of input) if (left-- <= 0) yield doc;
}

function* lazily(make: () => Iterable<Doc>): Iterable<Doc> {
  yield* make();
}

/** Copies the documents on the way to `path`, so that setting it leaves the source alone. */
function withFreshPath(doc: Doc, parts: string[]): Doc {
  const copy: Doc = { ...doc };
  let at = copy;
  for (const part of parts.slice(0, -1)) {
    const next = at[part];
    if (!isDoc(next)) break;
    at = at[part] = { ...next } as Doc;
  }
  return copy;
}

function* unwind(input: Iterable<Doc>, operand: unknown): Iterable<Doc> {
  const spec: Doc = typeof operand === 'string' ? { path: operand } : (operand as Doc);
  if (typeof spec.path !== 'string' || !spec.path.startsWith('$')) {
    throw new CommandError('BadValue', 'path option to $unwind stage should be prefixed with a $');
  }
  const parts = splitPath(spec.path.slice(1));
  const indexField = spec.includeArrayIndex as string | undefined;
  const emit = (doc: Doc, index: number | null) => {
    if (indexField) setAt(doc, splitPath(indexField), index);
    return doc;
  };
  for (const doc of input) {
    const value = getAt(doc, parts);
    if (Array.isArray(value) && value.length > 0) {
      for (let i = 0; i < value.length; i++) {
        const copy = withFreshPath(doc, parts);
        setAt(copy, parts, value[i]);
        yield emit(copy, i);
      }
    } else if (Array.isArray(value)) {
      if (!spec.preserveNullAndEmptyArrays) continue;
      const copy = withFreshPath(doc, parts);
      unsetAt(copy, parts);
      yield emit(copy, null);
    } else if ((value !== undefined && value !== null) || spec.preserveNullAndEmptyArrays) {
      yield emit({ ...doc }, null);
    }
  }
}

function* sample(input: Iterable<Doc>, size: number): Iterable<Doc> {
  const kept: Doc[] = [];
  let seen = 0;
  for (const doc of input) {
    seen++;
    if (kept.length < size) kept.push(doc);
    else {
      const at = Math.floor(Math.random() * seen);
      if (at < size) kept[at] = doc;
    }
  }
  for (let i = kept.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [kept[i], kept[j]] = [kept[j]!, kept[i]!];
  }
  yield* kept;
}

function positive(operand: unknown, name: string, least: number): number {
  const count = isNumeric(operand) ? toNumber(operand) : Number.NaN;
  if (!Number.isInteger(count) || count < least) {
    throw new CommandError(
      'Location15998',
      `invalid argument to ${name} stage: the ${name.slice(1)} must be ${least ? 'positive' : 'non-negative'}`,
    );
  }
  return count;
}

function counted(input: Iterable<Doc>, field: string): Iterable<Doc> {
  return lazily(() => {
    let count = 0;
    for (const _ of input) count++;
    return count > 0 ? [{ [field]: count }] : [];
  });
}

/** Stages done here because mingo's read everything, order types differently or alter their input. */
export const plainStages: Record<string, Stage> = {
  $match: (input, operand, env) => {
    if (!isDoc(operand)) {
      throw new CommandError(
        'Location15959',
        'the match filter must be an expression in an object',
      );
    }
    return match(input, compileFilter(operand, env));
  },
  $limit: (input, operand) => limit(input, positive(operand, '$limit', 1)),
  $skip: (input, operand) => skip(input, positive(operand, '$skip', 0)),
  $sort: (input, operand, env) =>
    lazily(() => {
      const sorter = createSorter<Doc>(parseSort(operand), env.collation);
      for (const doc of input) sorter.add(doc, doc);
      return sorter.finish();
    }),
  $unwind: unwind,
  $sample: (input, operand) => sample(input, positive((operand as Doc)?.size, '$sample', 0)),
  $count: (input, operand) => {
    if (typeof operand !== 'string' || operand === '' || /^\$|\./.test(operand)) {
      throw new CommandError('BadValue', 'the count field must be a non-empty string');
    }
    return counted(input, operand);
  },
  $facet: (input, operand, env) =>
    lazily(() => {
      const docs = [...input];
      const facets = Object.entries(operand as Record<string, Doc[]>);
      return [
        Object.fromEntries(
          facets.map(([name, pipeline]) => [
            name,
            [
              ...runStages(
                docs.map((doc) => deepCopy(doc) as Doc),
                pipeline,
                env,
              ),
            ],
          ]),
        ),
      ];
    }),
};

function deepCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(deepCopy);
  if (!isDoc(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, deepCopy(v)]));
}
