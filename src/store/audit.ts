import { type Connection, Schema } from 'mongoose';
import type { Actor } from '../access/actor.ts';
import type { DocumentStore } from './document-store.ts';
import type { Filter } from './filter.ts';
import { after, cursorOf, type Page } from './page.ts';
import type { HistoryEntry, Stored } from './stored.ts';

/** A line of history outside its document: one change of one subject. */
export interface AuditEntry extends HistoryEntry {
  _id: string;
  subject: { kind: string; id: string };
  /** The districts whose office read it whole when the line was copied. */
  districts: string[];
}

/** What a district's log is narrowed to; `from` is included, `to` is not. */
export interface LogFilter {
  kind?: string | undefined;
  by?: string | undefined;
  /** Only what people did, or only what jobs did. */
  people?: boolean | undefined;
  action?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
}

/** A document whose history is asked for: what it is, and the districts whose office reads it whole. */
export interface Traced {
  kind: string;
  id: string;
  districts: readonly string[];
  /** The lines still inside the document. */
  inside: HistoryEntry[];
}

export type AuditStore = Awaited<ReturnType<typeof createAuditStore>>;

/** Lines that stay inside their document once they are copied out. */
const keptInside = 50;
/** Documents whose lines are copied in one go. */
const copiedAtOnce = 200;
/** Newest first; of one instant, by subject and revision. */
const newestFirst = '-at';

/**
 * The audit collection: every document's history, copied out and never changed. Ids are made of
 * subject and revision, so copying twice is copying once.
 */
export async function createAuditStore(db: Connection, stores: readonly unknown[]) {
  const schema = new Schema<AuditEntry>(
    { _id: String },
    { strict: false, versionKey: false, minimize: false, autoIndex: false },
  );
  schema.index({ 'subject.id': 1, revision: 1 });
  schema.index({ districts: 1, at: -1, _id: -1 });
  const model = db.model<AuditEntry>('audit', schema, 'audit');
  await model.createIndexes();

  async function copySome(store: DocumentStore<Stored>, ids: readonly string[]) {
    const docs = (await store.model
      .find({ _id: { $in: ids } }, { ...owners, history: 1, revision: 1 })
      .lean()) as unknown as (Owned & { revision: number })[];
    const lines = docs.flatMap((doc) => {
      const { districts, inside } = traced(store.subject, doc);
      const subject = { kind: store.subject, id: doc._id };
      return inside.map((entry) => ({
        updateOne: {
          filter: { _id: `${doc._id}.${entry.revision}` },
          update: { $setOnInsert: { ...entry, subject, districts: [...districts] } },
          upsert: true,
        },
      }));
    });
    if (lines.length > 0) await model.bulkWrite(lines as never, { ordered: false });
    for (const { _id, history = [] } of docs) {
      if (history.length <= keptInside * 2) continue;
      const oldest = history.at(-keptInside)!.revision;
      await store.model.collection.updateOne(
        { _id } as never,
        { $pull: { history: { revision: { $lt: oldest } } } } as never,
      );
    }
    await Promise.all(docs.map((doc) => store.settle(doc._id, 'audit', doc.revision)));
  }

  /** Copies what is owed; false when it was told to stop before the end. */
  async function copy(stopped: () => boolean, narrow?: Filter): Promise<boolean> {
    for (const store of stores as DocumentStore<Stored>[]) {
      let some: string[] = [];
      for await (const { _id } of store.owing('audit', narrow)) {
        some.push(_id);
        if (some.length < copiedAtOnce) continue;
        await copySome(store, some);
        some = [];
        if (stopped()) return false;
      }
      if (some.length > 0) await copySome(store, some);
      if (stopped()) return false;
    }
    return true;
  }

  return {
    model,
    copy: async (signal: AbortSignal): Promise<void> => {
      await copy(() => signal.aborted);
    },

    /**
     * Copies out what the documents of one district still hold alone, so that its log misses
     * nothing that was done before; false when `ms` were not enough for all of it.
     */
    async catchUp(district: string, ms: number): Promise<boolean> {
      const until = Date.now() + ms;
      const owned = { $or: Object.keys(owners).map((key) => ({ [key]: district })) };
      return copy(() => Date.now() > until, owned);
    },

    /** What was done in a district, newest first. */
    async log(
      district: string,
      { kind, by, people, action, from, to }: LogFilter,
      page: { limit: number; cursor?: string | undefined },
    ): Promise<Page<AuditEntry>> {
      const doer = people === undefined ? {} : { 'by.id': people ? { $ne: 'system' } : 'system' };
      const filter = {
        districts: district,
        ...doer,
        ...(kind && { 'subject.kind': kind }),
        ...(by && { 'by.id': by }),
        ...(action && { action }),
        ...((from || to) && { at: { ...(from && { $gte: from }), ...(to && { $lt: to }) } }),
      };
      const found = (await model
        .find({ $and: [filter, after(page.cursor, newestFirst)] })
        .sort({ at: -1, _id: -1 })
        .limit(page.limit + 1)
        .lean()) as unknown as AuditEntry[];
      const items = found.slice(0, page.limit);
      const last = found.length > page.limit ? items.at(-1) : undefined;
      return { items, nextCursor: last ? cursorOf(last, newestFirst) : null };
    },

    /** What documents are called, by id: their own name, or that of the need that they are about. */
    async names(subjects: readonly AuditEntry['subject'][]): Promise<Map<string, string>> {
      const found = new Map<string, string>();
      const about = new Map<string, string>();
      for (const store of stores as DocumentStore<Stored>[]) {
        const ids = subjects.filter(({ kind }) => kind === store.subject).map(({ id }) => id);
        if (ids.length === 0) continue;
        const docs = (await store.model
          .find({ _id: { $in: [...new Set(ids)] } }, { title: 1, name: 1, needId: 1 })
          .lean()) as unknown as (Called & { needId?: string })[];
        for (const doc of docs) {
          const name = nameOf(doc);
          if (name !== undefined) found.set(doc._id, name);
          else if (doc.needId) about.set(doc._id, doc.needId);
        }
      }
      if (about.size > 0) {
        const needs = [...about.values()].map((id) => ({ kind: 'need', id }));
        const titles = await this.names(needs);
        for (const [id, needId] of about) {
          if (titles.has(needId)) found.set(id, titles.get(needId)!);
        }
      }
      return found;
    },

    /** Names of whatever has one of these ids, as far as the reader has it in sight. */
    async namesInSight(actor: Actor, ids: readonly string[]): Promise<Map<string, string>> {
      if (ids.length === 0) return new Map();
      const rows = await Promise.all(
        (stores as DocumentStore<Stored>[])
          .filter(({ subject }) => named.includes(subject))
          .map(async (store) => [...(await store.getMany(actor, ids)).values()]),
      );
      return new Map(
        (rows.flat() as unknown as Called[]).flatMap((row) => {
          const name = nameOf(row);
          return name === undefined ? [] : [[row._id, name]];
        }),
      );
    },

    /** Finds a document by its id alone, whatever it is; also one that the store has dropped. */
    async trace(id: string): Promise<Traced | null> {
      const found = await Promise.all(
        (stores as DocumentStore<Stored>[]).map(async (store) => {
          const doc = await store.model.findById(id, { ...owners, history: 1 }).lean();
          return doc && traced(store.subject, doc as unknown as Owned);
        }),
      );
      const present = found.find((one) => one !== null);
      if (present) return present;
      const line = (await model
        .findOne({ 'subject.id': id })
        .lean()) as unknown as AuditEntry | null;
      return line && traced(line.subject.kind, { ...line, _id: id, history: [] });
    },

    /** Lines after a revision, oldest first: those copied out, then those only inside. */
    async page({ kind, id, inside }: Traced, after: number, limit: number) {
      const copied = (await model
        .find({ 'subject.id': id, 'subject.kind': kind, revision: { $gt: after } })
        .sort({ revision: 1 })
        .limit(limit)
        .lean()) as unknown as AuditEntry[];
      const last = copied.at(-1)?.revision ?? after;
      const rest = inside.filter((entry) => entry.revision > last);
      return [...copied, ...rest].slice(0, limit) as HistoryEntry[];
    },
  };
}

interface Called {
  _id: string;
  title?: string;
  name?: string;
}

const nameOf = ({ title, name }: Called): string | undefined => title ?? name;

/** What changes refer to by id, and people know by name. */
const named = ['user', 'broker', 'organization', 'need', 'capability', 'agreement'];

const owners = { district: 1, needDistrict: 1, districts: 1 } as const;

interface Owned {
  _id: string;
  history?: HistoryEntry[];
  district?: string;
  needDistrict?: string;
  districts?: string[];
}

/** One district owns a document, or several do; the need's district owns an engagement. */
function traced(kind: string, doc: Owned): Traced {
  const owner = doc.district ?? doc.needDistrict;
  const districts = owner === undefined ? (doc.districts ?? []) : [owner];
  return { kind, id: doc._id, districts, inside: doc.history ?? [] };
}
