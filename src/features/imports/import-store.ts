import { type Actor, hasRole } from '../../access/actor.ts';
import { createDocumentStore } from '../../store/document-store.ts';
import { any, type Filter } from '../../store/filter.ts';
import type { StoreKit } from '../../store/store-kit.ts';
import type { ImportStatus } from '../../vocabulary.ts';
import {
  type Import,
  type ImportWarning,
  mostErrorsShown,
  type Progress,
  type RowError,
} from './import.ts';
import { type ErrorBatch, importErrorModel, importModel } from './import-model.ts';

export type ImportStore = ReturnType<typeof createImportStore>;

const unfinished: ImportStatus[] = ['queued', 'running'];

/**
 * Imports. A running one's progress is written straight, outside revision and history: a line of
 * history for every batch would say nothing, and a cancel must not lose a race against it.
 */
export function createImportStore(kit: StoreKit) {
  const model = importModel(kit.db);
  const errors = importErrorModel(kit.db);
  const store = createDocumentStore<Import>({ ...kit, subject: 'import', model, visible });
  const collection = () => model.collection;
  const held = (id: string, token: string) => ({ _id: id, 'lease.token': token }) as never;

  return {
    ...store,
    createErrorIndexes: () => errors.createIndexes(),

    /** Takes an unfinished import that no living worker has; `null` when there is none to take. */
    async claim(id: string, lease: { token: string; until: Date }, now: Date) {
      const free = { $or: [{ lease: { $exists: false } }, { 'lease.until': { $lt: now } }] };
      return (await collection().findOneAndUpdate(
        { _id: id, status: { $in: unfinished }, ...free } as never,
        { $set: { lease, status: 'running' }, $inc: { tries: 1 } } as never,
        { returnDocument: 'after', projection: { history: 0, requests: 0 } },
      )) as unknown as Import | null;
    },

    /** Shows that the worker lives; answers the status, or null when another has the import. */
    async pulse(id: string, token: string, until: Date): Promise<ImportStatus | null> {
      const doc = (await collection().findOneAndUpdate(
        held(id, token),
        { $set: { 'lease.until': until } } as never,
        { returnDocument: 'after', projection: { status: 1 } },
      )) as unknown as Import | null;
      return doc?.status ?? null;
    },

    async learnt(id: string, token: string, values: Partial<Import>): Promise<void> {
      await collection().updateOne(held(id, token), { $set: values } as never);
    },

    async warn(id: string, token: string, warnings: ImportWarning[]): Promise<void> {
      await collection().updateOne(held(id, token), { $set: { warnings } } as never);
    },

    /** One batch of rows is in: the faults first, then everything that counts in one write. */
    async checkpoint(
      id: string,
      token: string,
      batch: { firstRow: number; progress: Progress; errors: RowError[]; at: Date },
    ): Promise<boolean> {
      if (batch.errors.length > 0) {
        const key = `${id}.${String(batch.firstRow).padStart(10, '0')}`;
        await errors.collection.replaceOne(
          { _id: key } as never,
          { importId: id, row: batch.firstRow, errors: batch.errors } as never,
          { upsert: true },
        );
      }
      const { matchedCount } = await collection().updateOne(held(id, token), {
        $set: { progress: batch.progress, updatedAt: batch.at, tries: 0 },
        ...(batch.errors.length > 0 && {
          $push: {
            errors: { $each: batch.errors.slice(0, mostErrorsShown), $slice: mostErrorsShown },
          },
        }),
      } as never);
      return matchedCount > 0;
    },

    async release(id: string, token: string): Promise<void> {
      await collection().updateOne(held(id, token), { $unset: { lease: 1 } } as never);
    },

    /** Imports that have not ended; with a moment, only those whose worker was dead by then. */
    unfinished(deadBy?: Date) {
      const free = { $or: [{ lease: { $exists: false } }, { 'lease.until': { $lt: deadBy } }] };
      return model
        .find({ status: { $in: unfinished }, ...(deadBy && free) }, { lease: 1 })
        .lean()
        .cursor() as AsyncIterable<Pick<Import, '_id' | 'lease'>>;
    },

    /** Every fault in the order of rows, in bounded memory. */
    allErrors: (id: string) =>
      errors.find({ importId: id }).sort({ row: 1 }).lean().cursor({
        batchSize: 20,
      }) as unknown as AsyncIterable<ErrorBatch>,

    /** Imports that ended before a moment and still have their content. */
    spent: (before: Date) =>
      model
        .find({ finishedAt: { $lt: before }, 'file.droppedAt': { $exists: false } }, { file: 1 })
        .lean()
        .cursor() as AsyncIterable<Pick<Import, '_id' | 'file'>>,

    async dropped(id: string, at: Date): Promise<void> {
      await collection().updateOne({ _id: id } as never, {
        $set: { 'file.droppedAt': at },
      });
    },

    async ownsFile(fileId: string): Promise<boolean> {
      return (await model.exists({ 'file.id': fileId })) !== null;
    },
  };
}

/** Whoever uploaded it, the organization it is for, and the office of the district. */
function visible(actor: Actor): Filter {
  if (hasRole(actor, 'system')) return {};
  const seen: Filter[] = [{ 'by.id': actor.id }];
  if (actor.organizationId) seen.push({ organizationId: actor.organizationId });
  if (hasRole(actor, 'bureau', 'admin')) seen.push({ district: actor.district });
  return any(seen);
}
