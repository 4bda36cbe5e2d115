import type { Doc } from './bson-decode.ts';
import { CommandError } from './errors.ts';
import { compileExpression } from './expression.ts';
import { encodeSortKey } from './key-encoding.ts';
import { leafValues, splitPath } from './paths.ts';
import { runStages, type Stage, type StageEnv, type StageSource } from './stages.ts';
import { setAt } from './update-path.ts';
import { isDoc } from './values.ts';

function sourceOf(env: StageEnv, name: unknown): StageSource {
  const from = isDoc(name) ? name.coll : name;
  if (!env.source || typeof from !== 'string') {
    throw new CommandError('FailedToParse', 'a pipeline stage needs the name of a collection');
  }
  return env.source(from);
}

function joinValues(doc: Doc, path: string): unknown[] {
  const values = leafValues(doc, splitPath(path));
  return values.length > 0 ? values : [null];
}

const rememberedJoins = 2000;

/** Looks values up through the foreign index, remembering recent answers (bounded). */
function joiner(source: StageSource, foreignField: string): (values: unknown[]) => Doc[] {
  const known = new Map<string, Doc[]>();
  return (values) => {
    const key = encodeSortKey(
      values,
      values.map(() => false),
    ).toString('latin1');
    let found = known.get(key);
    if (!found) {
      const condition = values.length === 1 ? { $eq: values[0] } : { $in: values };
      found = [...source.find({ [foreignField]: condition })];
      if (known.size >= rememberedJoins) known.clear();
      known.set(key, found);
    }
    return found;
  };
}

function letVariables(spec: unknown, env: StageEnv): (doc: Doc) => Doc {
  const outer = env.variables ?? {};
  const compiled = Object.entries((spec ?? {}) as Doc).map(
    ([name, expression]) => [name, compileExpression(expression, env.variables)] as const,
  );
  return (doc) => ({
    ...outer,
    ...Object.fromEntries(compiled.map(([name, evaluate]) => [name, evaluate(doc) ?? null])),
  });
}

function withField(doc: Doc, path: string, value: unknown): Doc {
  const copy: Doc = { ...doc };
  const parts = splitPath(path);
  let at = copy;
  for (const part of parts.slice(0, -1)) {
    if (!isDoc(at[part])) break;
    at = at[part] = { ...(at[part] as Doc) };
  }
  setAt(copy, parts, value);
  return copy;
}

function* lookup(input: Iterable<Doc>, operand: unknown, env: StageEnv): Iterable<Doc> {
  const spec = operand as Doc;
  const { localField, foreignField, pipeline } = spec as Record<string, string | undefined> & Doc;
  const as = spec.as;
  if (typeof as !== 'string') {
    throw new CommandError('FailedToParse', "$lookup argument 'as' must be a string");
  }
  const fromDocuments = spec.from === undefined && Array.isArray(pipeline);
  const source = fromDocuments ? undefined : sourceOf(env, spec.from);
  const variables = letVariables(spec.let, env);
  const find = source && foreignField ? joiner(source, foreignField) : undefined;
  for (const doc of input) {
    let joined: Iterable<Doc>;
    const local = find && localField ? joinValues(doc, localField) : undefined;
    if (!pipeline) joined = local ? find!(local) : [];
    else {
      const inner = { ...env, variables: variables(doc) };
      const stages = pipeline as unknown as Doc[];
      if (!source) joined = runStages([], stages, inner);
      else if (local)
        joined = runStages(
          find!(local).map((d) => ({ ...d })),
          stages,
          inner,
        );
      else joined = source.run(stages, inner.variables);
    }
    yield withField(doc, as, [...joined]);
  }
}

function* graphLookup(input: Iterable<Doc>, operand: unknown, env: StageEnv): Iterable<Doc> {
  const spec = operand as Doc;
  const source = sourceOf(env, spec.from);
  const start = compileExpression(spec.startWith, env.variables);
  const restrict = (spec.restrictSearchWithMatch ?? {}) as Doc;
  const to = String(spec.connectToField);
  const from = splitPath(String(spec.connectFromField));
  const deepest = spec.maxDepth === undefined ? Number.POSITIVE_INFINITY : Number(spec.maxDepth);
  for (const doc of input) {
    const found = new Map<string, Doc>();
    const first = start(doc);
    let frontier = Array.isArray(first) ? first : [first];
    for (let depth = 0; frontier.length > 0 && depth <= deepest; depth++) {
      const next: unknown[] = [];
      for (const hit of source.find({ $and: [{ [to]: { $in: frontier } }, restrict] })) {
        const key = encodeSortKey([hit._id], [false]).toString('latin1');
        if (found.has(key)) continue;
        found.set(key, spec.depthField ? { ...hit, [String(spec.depthField)]: depth } : hit);
        next.push(...leafValues(hit, from));
      }
      frontier = next;
    }
    yield withField(doc, String(spec.as), [...found.values()]);
  }
}

function* unionWith(input: Iterable<Doc>, operand: unknown, env: StageEnv): Iterable<Doc> {
  yield* input;
  const spec: Doc = typeof operand === 'string' ? { coll: operand } : (operand as Doc);
  const pipeline = (spec.pipeline ?? []) as Doc[];
  if (spec.coll === undefined) yield* runStages([], pipeline, env);
  else yield* sourceOf(env, spec.coll).run(pipeline, env.variables);
}

/** The stages that read other collections; they use those collections' indexes. */
export const joinStages: Record<string, Stage> = {
  $lookup: lookup,
  $graphLookup: graphLookup,
  $unionWith: unionWith,
};
