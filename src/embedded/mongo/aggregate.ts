import type { Doc } from './bson-decode.ts';
import { encodeDocument } from './bson-encode.ts';
import type { CollationSpec } from './collation.ts';
import { countQuery } from './count.ts';
import type { Engine } from './engine.ts';
import { promote } from './promote.ts';
import { everything, findRaw, findRecords, type Query } from './query.ts';
import { decodeRoots, pipelineRoots, type Roots } from './roots.ts';
import { parseSort } from './sort.ts';
import { runStages, type StageEnv, type StageSource, stageName } from './stages.ts';
import { isDoc, isNumeric, toNumber } from './values.ts';

export interface AggregateRequest {
  db: string;
  collection: string | undefined;
  pipeline: Doc[];
  variables?: Doc | undefined;
  collation?: CollationSpec | undefined;
  hint?: unknown;
  maxTimeMs?: number;
}

/** Takes the leading `$match`, `$sort`, `$skip` and `$limit` over into a query that indexes can serve. */
export function leadingQuery(request: AggregateRequest): { query: Query; rest: Doc[] } {
  const query: Query = {
    ...everything,
    collation: request.collation,
    variables: request.variables,
    hint: request.hint,
    ...(request.maxTimeMs ? { maxTimeMs: request.maxTimeMs } : {}),
  };
  const filters: Doc[] = [];
  let at = 0;
  let phase = 0;
  for (; at < request.pipeline.length; at++) {
    const stage = request.pipeline[at]!;
    const name = stageName(stage);
    const operand = stage[name];
    if (name === '$match' && phase === 0 && isDoc(operand)) filters.push(operand);
    else if (name === '$sort' && phase === 0 && isDoc(operand)) {
      query.sort = parseSort(operand);
      phase = 1;
    } else if (name === '$skip' && phase <= 1 && isNumeric(operand) && toNumber(operand) >= 0) {
      query.skip = toNumber(operand);
      phase = 2;
    } else if (name === '$limit' && phase <= 2 && isNumeric(operand) && toNumber(operand) > 0) {
      query.limit = toNumber(operand);
      phase = 3;
    } else break;
  }
  if (filters.length === 1) query.filter = filters[0]!;
  else if (filters.length > 1) query.filter = { $and: filters };
  return { query, rest: request.pipeline.slice(at) };
}

function* promoted(
  engine: Engine,
  db: string,
  name: string,
  query: Query,
  roots?: Roots,
): Iterable<Doc> {
  const collection = engine.catalog.find(db, name);
  if (!collection) return;
  for (const { raw } of findRecords(engine, collection, query)) {
    yield promote(decodeRoots(raw, roots)) as Doc;
  }
}

function stageSource(engine: Engine, db: string, collation?: CollationSpec): StageEnv['source'] {
  return (name): StageSource => ({
    find: (filter) => promoted(engine, db, name, { ...everything, filter, collation }),
    run: (pipeline, variables) =>
      aggregate(engine, { db, collection: name, pipeline, variables, collation }),
  });
}

/** The documents that a pipeline yields, promoted. */
export function aggregate(engine: Engine, request: AggregateRequest): Iterable<Doc> {
  const env: StageEnv = {
    variables: request.variables,
    collation: request.collation,
    source: stageSource(engine, request.db, request.collation),
  };
  if (request.collection === undefined) return runStages([], request.pipeline, env);
  const { query, rest } = leadingQuery(request);
  const source = promoted(engine, request.db, request.collection, query, pipelineRoots(rest));
  return runStages(source, rest, env);
}

/** `countDocuments` arrives as this pipeline; counting needs no documents. */
function countGroup(rest: Doc[]): string | undefined {
  if (rest.length !== 1) return undefined;
  const group = rest[0]!.$group;
  if (!isDoc(group) || Object.keys(group).length !== 2) return undefined;
  const name = Object.keys(group)[1]!;
  const sum = isDoc(group[name]) ? (group[name] as Doc).$sum : undefined;
  const constantId = group._id === null || isNumeric(group._id);
  return constantId && isNumeric(sum) && toNumber(sum) === 1 ? name : undefined;
}

/** The documents of a pipeline as BSON; without further stages the stored bytes pass through. */
export function* aggregateRaw(engine: Engine, request: AggregateRequest): Generator<Buffer> {
  if (request.collection !== undefined) {
    const collection = engine.catalog.find(request.db, request.collection);
    const { query, rest } = leadingQuery(request);
    if (rest.length === 0) {
      if (collection) yield* findRaw(engine, collection, query);
      return;
    }
    const counted = countGroup(rest);
    if (counted !== undefined && collection) {
      const count = countQuery(engine, collection, { ...query, sort: [] });
      const id = (rest[0]!.$group as Doc)._id;
      if (count > 0) yield encodeDocument({ _id: id, [counted]: count });
      return;
    }
  }
  for (const doc of aggregate(engine, request)) yield encodeDocument(doc);
}
