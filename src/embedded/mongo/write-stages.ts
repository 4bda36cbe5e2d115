import type { AggregateRequest } from './aggregate.ts';
import { aggregate } from './aggregate.ts';
import { type Doc, decodeDocument } from './bson-decode.ts';
import { encodeDocument, withIdFirst } from './bson-encode.ts';
import type { Collection } from './catalog.ts';
import type { Engine } from './engine.ts';
import { CommandError } from './errors.ts';
import { compilePipelineUpdate } from './pipeline-update.ts';
import { everything, findRecords } from './query.ts';
import { getAt } from './update-path.ts';
import { isDoc } from './values.ts';

interface Target {
  db: string;
  coll: string;
}

function targetOf(operand: unknown, db: string): Target {
  if (typeof operand === 'string') return { db, coll: operand };
  if (isDoc(operand) && typeof operand.coll === 'string') {
    return { db: String(operand.db ?? db), coll: operand.coll };
  }
  throw new CommandError('FailedToParse', 'the target of the stage must be a collection name');
}

/** Whether the pipeline ends in `$out` or `$merge`. */
export function writesResult(pipeline: Doc[]): boolean {
  const last = pipeline[pipeline.length - 1];
  return last !== undefined && ('$out' in last || '$merge' in last);
}

/** Builds the result beside the target and puts it in its place only when it is complete. */
function out(engine: Engine, docs: Doc[], target: Target): void {
  const existing = engine.catalog.find(target.db, target.coll);
  const specs = existing?.indexes.slice(1).map((index) => index.spec) ?? [];
  const fresh = engine.catalog.create(target.db, `tmp.out.${target.coll}`, existing?.options);
  try {
    for (const spec of specs) engine.catalog.addIndex(fresh, spec);
    for (const doc of docs) insert(engine, fresh, doc);
  } catch (error) {
    engine.catalog.drop(fresh);
    throw error;
  }
  if (existing) {
    engine.cursors.closeNamespace(existing.ns);
    engine.catalog.drop(existing);
  }
  engine.catalog.change(fresh, target.db, target.coll, fresh.options);
}

function insert(engine: Engine, collection: Collection, doc: Doc): void {
  const whole = withIdFirst(doc);
  engine.records.insert(collection, whole, encodeDocument(whole));
}

function merged(mode: unknown, before: Doc, incoming: Doc, variables: Doc): Doc {
  if (Array.isArray(mode)) return compilePipelineUpdate(mode as Doc[], variables)(before, false);
  const { _id: _, ...rest } = incoming;
  if (mode === 'replace') return { _id: before._id, ...rest };
  return { ...before, ...rest };
}

function merge(engine: Engine, docs: Doc[], spec: Doc, target: Target): void {
  const collection = engine.catalog.obtain(target.db, target.coll);
  const fields = (Array.isArray(spec.on) ? spec.on : [spec.on ?? '_id']) as string[];
  const matched = spec.whenMatched ?? 'merge';
  const unmatched = spec.whenNotMatched ?? 'insert';
  for (const doc of docs) {
    const filter = Object.fromEntries(fields.map((f) => [f, getAt(doc, f.split('.')) ?? null]));
    const [found] = findRecords(engine, collection, { ...everything, filter, limit: 1 });
    if (!found) {
      if (unmatched === 'fail') {
        throw new CommandError('Location13113', '$merge could not find a matching document');
      }
      if (unmatched === 'insert') insert(engine, collection, doc);
      continue;
    }
    if (matched === 'keepExisting') continue;
    if (matched === 'fail') {
      throw new CommandError('DuplicateKey', '$merge found a matching document');
    }
    const before = decodeDocument(found.raw);
    const after = merged(matched, before, doc, { ...(spec.let as Doc), new: doc });
    engine.records.replace(collection, found.record, before, after, encodeDocument(after));
  }
}

/** Runs a pipeline that ends in `$out` or `$merge`; its result is read in full before the first write. */
export function runWritingPipeline(engine: Engine, request: AggregateRequest): void {
  const last = request.pipeline[request.pipeline.length - 1]!;
  const docs = [...aggregate(engine, { ...request, pipeline: request.pipeline.slice(0, -1) })];
  if ('$out' in last) {
    out(engine, docs, targetOf(last.$out, request.db));
    return;
  }
  const spec: Doc = isDoc(last.$merge) ? last.$merge : { into: last.$merge };
  merge(engine, docs, spec, targetOf(spec.into, request.db));
}
