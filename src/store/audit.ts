import { type Connection, Schema } from 'mongoose';
import type { DocumentStore } from './document-store.ts';
import type { HistoryEntry, Stored } from './stored.ts';

/** A line of history outside its document: one change of one subject. */
export interface AuditEntry extends HistoryEntry {
  _id: string;
  subject: { kind: string; id: string };
  district?: string;
}

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
    /** The whole history of one subject, copied or not, oldest first. */
    async of(store: DocumentStore<Stored>, id: string, inside: HistoryEntry[]) {
      const copied = (await model
        .find({ 'subject.id': id, 'subject.kind': store.subject })
        .sort({ revision: 1 })
        .lean()) as unknown as AuditEntry[];
      const last = copied.at(-1)?.revision ?? 0;
      return [...copied, ...inside.filter((entry) => entry.revision > last)];
    },
  };
}
