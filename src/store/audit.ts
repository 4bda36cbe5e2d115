import { type Connection, Schema } from 'mongoose';
import type { DocumentStore } from './document-store.ts';
import type { HistoryEntry, Stored } from './stored.ts';

/** A line of history outside its document: one change of one subject. */
export interface AuditEntry extends HistoryEntry {
  _id: string;
  subject: { kind: string; id: string };
  district?: string;
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
  schema.index({ district: 1, at: -1 });
  const model = db.model<AuditEntry>('audit', schema, 'audit');
  await model.createIndexes();

  async function copyOne(store: DocumentStore<Stored>, id: string) {
    const doc = (await store.model
      .findById(id, { history: 1, district: 1, revision: 1 })
      .lean()) as unknown as (Stored & { history: HistoryEntry[]; district?: string }) | null;
    if (!doc) return;
    await model.bulkWrite(
      doc.history.map((entry) => ({
        updateOne: {
          filter: { _id: `${id}.${entry.revision}` },
          update: {
            $setOnInsert: {
              ...entry,
              subject: { kind: store.subject, id },
              ...(doc.district && { district: doc.district }),
            },
          },
          upsert: true,
        },
      })) as never,
      { ordered: false },
    );
    if (doc.history.length > keptInside * 2) {
      const oldest = doc.history.at(-keptInside)!.revision;
      await store.model.collection.updateOne(
        { _id: id } as never,
        { $pull: { history: { revision: { $lt: oldest } } } } as never,
      );
    }
    await store.settle(id, 'audit', doc.revision);
  }

  return {
    model,
    async copy(signal: AbortSignal) {
      for (const store of stores as DocumentStore<Stored>[]) {
        for await (const { _id } of store.owing('audit')) {
          if (signal.aborted) return;
          await copyOne(store, _id);
        }
      }
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
