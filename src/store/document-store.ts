import type { Model } from 'mongoose';
import type { Actor, Command, Scope } from '../access/actor.ts';
import { AppError, conflict, notFound, stale } from '../errors.ts';
import type { NewId } from '../ids.ts';
import { difference } from './difference.ts';
import { both, type Filter, inScope } from './filter.ts';
import { gather } from './gather.ts';
import { after, cursorOf, order, type Page, type PageRequest } from './page.ts';
import { RepeatedRequest, type RequestMemory, requestMemory } from './request-memory.ts';
import type { Fields, HistoryEntry, RequestMark, Stored } from './stored.ts';

/** Tells the queues that a document owes follow-ups; losing the message loses nothing. */
export type Nudge = (
  subject: string,
  id: string,
  topics: readonly string[],
  revision: number,
) => void;

export interface DocumentStoreOptions<T extends Stored> {
  /** What one document is called in errors, audit and follow-ups: `need`, `agreement`. */
  subject: string;
  model: Model<T>;
  /** The rows that an actor may see at all. */
  visible(actor: Actor): Filter;
  newId: NewId;
  nudge: Nudge;
}

/** What a command does to a document: its name in the history, and what must follow. */
export interface Step {
  action: string;
  note?: string | undefined;
  code?: string | undefined;
  /** The revision that the caller read, from If-Match. */
  ifMatch?: number | undefined;
  todo?: readonly string[];
}

/** New values of a document's own fields; `undefined` takes a field away. */
export type Patch<T extends Stored> = { [K in keyof Fields<T>]?: Fields<T>[K] | undefined };

const hidden = { history: 0, requests: 0 } as const;
const triesAtARace = 4;

export type DocumentStore<T extends Stored> = ReturnType<typeof createDocumentStore<T>>;

/**
 * The one way to a collection: every read takes a scope, every write is a single atomic update
 * that repeats the revision it read, carries its own history, and names its follow-ups.
 */
export function createDocumentStore<T extends Stored>(options: DocumentStoreOptions<T>) {
  const { subject, model, visible, newId, nudge } = options;
  const collection = () => model.collection;
  const memory: RequestMemory = requestMemory(model as unknown as Model<Stored>);

  async function find(scope: Scope, filter: Filter, shown: Record<string, 0 | 1> = hidden) {
    const query = both(filter, inScope(scope, visible));
    return (await model.findOne(query, shown).lean()) as unknown as T | null;
  }

  async function get(scope: Scope, id: string): Promise<T> {
    return (await find(scope, { _id: id })) ?? raise(notFound(subject));
  }

  async function getMany(scope: Scope, ids: readonly string[]): Promise<Map<string, T>> {
    if (ids.length === 0) return new Map();
    const query = both({ _id: { $in: [...new Set(ids)] } }, inScope(scope, visible));
    const docs = (await model.find(query, hidden).lean()) as unknown as T[];
    return new Map(docs.map((doc) => [doc._id, doc]));
  }

  async function list(scope: Scope, filter: Filter, page: PageRequest): Promise<Page<T>> {
    const { key, direction } = order(page.sort);
    const query = both(both(filter, inScope(scope, visible)), after(page.cursor, page.sort));
    const docs = (await model
      .find(query, hidden)
      .sort(key === '_id' ? { _id: direction } : { [key]: direction, _id: direction })
      .limit(page.limit + 1)
      .lean()) as unknown as T[];
    const items = docs.slice(0, page.limit);
    const last = docs.length > page.limit ? items.at(-1) : undefined;
    return { items, nextCursor: last ? cursorOf(last, page.sort) : null };
  }

  /** Streams rows in bounded memory; `shown` narrows the fields. */
  function each(scope: Scope, filter: Filter, shown: Record<string, 0 | 1> = hidden) {
    const query = both(filter, inScope(scope, visible));
    return model
      .find(query, shown)
      .lean()
      .cursor({ batchSize: 500 }) as unknown as AsyncIterable<T>;
  }

  async function count(scope: Scope, filter: Filter): Promise<number> {
    return model.countDocuments(both(filter, inScope(scope, visible)));
  }

  /** How many rows there are of each value of a field. */
  async function countBy(scope: Scope, filter: Filter, field: string) {
    const groups = await model.aggregate<{ _id: string; count: number }>([
      { $match: both(filter, inScope(scope, visible)) },
      { $group: { _id: `$${field}`, count: { $sum: 1 } } },
    ]);
    return new Map(groups.map(({ _id, count }) => [_id, count]));
  }

  const insertOne = (doc: object) => collection().insertOne(doc as never);

  /** Many at once; what was refused is tried alone, since only then the store says which key. */
  const insertSoon = gather<object, unknown>(100, async (docs) => {
    if (docs.length === 1) return [await insertOne(docs[0]!)];
    try {
      await collection().insertMany(docs as never, { ordered: false });
      return docs.map(() => null);
    } catch (error) {
      const refused = refusedOf(error);
      return Promise.all(
        docs.map((doc, at) => (refused.has(at) ? insertOne(doc).catch((e: Error) => e) : null)),
      );
    }
  });

  async function insert(cmd: Command, fields: Fields<T>, step: Step, id?: string): Promise<T> {
    const topics = step.todo ?? [];
    const doc = {
      _id: id ?? newId(cmd.at),
      ...withoutUndefined(fields),
      revision: 1,
      createdAt: cmd.at,
      updatedAt: cmd.at,
      todo: ['audit', ...topics].map((topic) => ({ topic, since: 1 })),
    } as T;
    const history = [entry(cmd, step, 1, [])];
    const requests = marks(cmd);
    try {
      await (cmd.bulk ? insertSoon : insertOne)({ ...doc, history, ...requests });
    } catch (error) {
      throw duplicate(subject, error, cmd);
    }
    if (topics.length > 0) nudge(subject, doc._id, topics, 1);
    return doc;
  }

  /**
   * Reads, lets `decide` work out what changes, and writes it if nobody else wrote in between;
   * after a lost race `decide` is asked again about the newer document.
   */
  async function change(
    cmd: Command,
    scope: Scope,
    id: string,
    step: Step | ((doc: T) => Step),
    decide: (doc: T) => Patch<T> | Promise<Patch<T>>,
  ): Promise<T> {
    for (let attempt = 0; attempt < triesAtARace; attempt++) {
      const doc = await readForChange(cmd, scope, id);
      const { ifMatch, ...rest } = typeof step === 'function' ? step(doc) : step;
      if (ifMatch !== undefined && ifMatch !== doc.revision) throw stale(doc.revision);
      const patch = await decide(doc);
      const next = await write(cmd, doc, rest, patch);
      if (next) return next;
    }
    throw conflict('busy', `Others are changing this ${subject} right now. Try again.`);
  }

  async function readForChange(cmd: Command, scope: Scope, id: string): Promise<T> {
    const shown: Record<string, 0 | 1> = cmd.repeat ? { history: 0 } : hidden;
    const doc = (await find(scope, { _id: id }, shown)) as
      | (T & { requests?: RequestMark[] })
      | null;
    if (!doc) throw notFound(subject);
    if (cmd.repeat && doc.requests?.some((mark) => mark.key === cmd.repeat!.key)) {
      throw new RepeatedRequest();
    }
    delete doc.requests;
    return doc;
  }

  async function write(cmd: Command, doc: T, step: Step, patch: Patch<T>): Promise<T | null> {
    const before = Object.fromEntries(
      Object.keys(patch).map((key) => [key, (doc as Record<string, unknown>)[key]]),
    );
    const changes = difference(before, patch);
    const topics = step.todo ?? [];
    const revision = doc.revision + 1;
    const todo = (changes.length > 0 || step.note || step.code ? ['audit', ...topics] : topics).map(
      (topic) => ({ topic, since: revision }),
    );
    if (changes.length === 0 && todo.length === 0 && !cmd.repeat) return doc;
    const gone = Object.keys(patch).filter((key) => (patch as Filter)[key] === undefined);
    const kept = withoutUndefined(patch);
    const set = { ...kept, revision, updatedAt: cmd.at };
    try {
      const result = await collection().updateOne(
        { _id: doc._id, revision: doc.revision } as never,
        {
          $set: set,
          ...(gone.length > 0 && { $unset: Object.fromEntries(gone.map((key) => [key, 1])) }),
          $push: {
            history: entry(cmd, step, revision, changes),
            ...(todo.length > 0 && { todo: { $each: todo } }),
            ...(cmd.repeat && { requests: marks(cmd).requests![0] }),
          },
        } as never,
      );
      if (result.matchedCount === 0) return null;
    } catch (error) {
      throw duplicate(subject, error, cmd);
    }
    if (topics.length > 0) nudge(subject, doc._id, topics, revision);
    const next = { ...doc, ...set, todo: [...doc.todo, ...todo] };
    for (const key of gone) delete (next as Filter)[key];
    return next;
  }

  async function revision(id: string): Promise<number | null> {
    const doc = (await model.findById(id, { revision: 1 }).lean()) as unknown as T | null;
    return doc?.revision ?? null;
  }

  /** Takes a follow-up off the list, unless a later revision asked for it again. */
  async function settle(id: string, topic: string, readRevision: number): Promise<void> {
    await collection().updateOne(
      { _id: id } as never,
      { $pull: { todo: { topic, since: { $lte: readRevision } } } } as never,
    );
  }

  /** Documents that still owe a follow-up, for the reconciler; `narrow` looks at some only. */
  function owing(topic: string, narrow: Filter = {}) {
    return model
      .find({ 'todo.topic': topic, ...narrow }, { _id: 1 })
      .lean()
      .cursor({ batchSize: 1000 }) as AsyncIterable<{ _id: string }>;
  }

  async function history(scope: Scope, id: string): Promise<HistoryEntry[]> {
    const doc = (await find(scope, { _id: id }, { history: 1 })) as unknown as {
      history: HistoryEntry[];
    } | null;
    return doc?.history ?? raise(notFound(subject));
  }

  return {
    subject,
    model,
    memory,
    find,
    get,
    getMany,
    list,
    each,
    count,
    countBy,
    insert,
    change,
    revision,
    settle,
    owing,
    history,
  };
}

function entry(
  cmd: Command,
  step: Step,
  revision: number,
  changes: HistoryEntry['changes'],
): HistoryEntry {
  return {
    revision,
    at: cmd.at,
    by: { id: cmd.actor.id, name: cmd.actor.name },
    action: step.action,
    ...(step.note !== undefined && { note: step.note }),
    ...(step.code !== undefined && { code: step.code }),
    ...(cmd.requestId !== undefined && { requestId: cmd.requestId }),
    changes,
  };
}

function marks(cmd: Command): { requests?: RequestMark[] } {
  return cmd.repeat ? { requests: [{ ...cmd.repeat, at: cmd.at }] } : {};
}

function withoutUndefined<V extends object>(value: V): V {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as V;
}

function raise(error: Error): never {
  throw error;
}

/** Which documents of an unordered bulk were refused; any other error is one of them all. */
function refusedOf(error: unknown): Set<number> {
  const { writeErrors } = error as { writeErrors?: { index: number } | { index: number }[] };
  if (writeErrors === undefined) throw error;
  return new Set([writeErrors].flat().map(({ index }) => index));
}

/** Turns MongoDB's 11000 into what it means for the caller. */
function duplicate(subject: string, error: unknown, cmd: Command): unknown {
  const { code, keyPattern } = error as { code?: number; keyPattern?: Record<string, unknown> };
  if (code !== 11000) return error;
  const keys = Object.keys(keyPattern ?? {});
  if (cmd.repeat && keys.includes('requests.key')) return new RepeatedRequest();
  const last = keys.at(-1) ?? '';
  const path = last === '_id' ? 'id' : last;
  return new AppError(409, 'already_exists', `Another ${subject} has the same ${path}.`, {
    errors: [{ path, code: 'already_exists', message: 'It must be unique.' }],
    cause: error,
  });
}
