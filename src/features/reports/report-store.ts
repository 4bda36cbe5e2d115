import { type Actor, hasRole } from '../../access/actor.ts';
import { createDocumentStore } from '../../store/document-store.ts';
import { type Filter, nothing } from '../../store/filter.ts';
import type { StoreKit } from '../../store/store-kit.ts';
import { type Chunk, chunkModel, reportModel } from './report-model.ts';
import type { CarriedAdjustment, ChunkItems, ChunkKind, Report } from './report-published.ts';

export type ReportStore = ReturnType<typeof createReportStore>;

/** About 250 kB a chunk. */
const chunkLength = 500;

/** Figures are the office's own until it shows them. */
function visible(actor: Actor): Filter {
  if (hasRole(actor, 'system')) return {};
  return hasRole(actor, 'bureau', 'admin') ? { district: actor.district } : nothing;
}

export function createReportStore(kit: StoreKit) {
  const store = createDocumentStore<Report>({
    ...kit,
    subject: 'report',
    model: reportModel(kit.db),
    visible,
  });
  const chunks = chunkModel(kit.db);

  async function* itemsOf<K extends ChunkKind>(
    reportId: string,
    kind: K,
  ): AsyncIterable<ChunkItems[K]> {
    const found = chunks.find({ reportId, kind }).sort({ n: 1 }).lean().cursor({ batchSize: 4 });
    for await (const chunk of found as AsyncIterable<Chunk>) yield* chunk.items as ChunkItems[K][];
  }

  return {
    ...store,
    chunks,
    itemsOf,

    /** Adjustments about an earlier publication, oldest first. */
    async *adjustmentsAbout(reportId: string): AsyncIterable<CarriedAdjustment> {
      const found = chunks.find({ about: reportId }).sort({ _id: 1 }).lean().cursor();
      for await (const chunk of found as AsyncIterable<Chunk>) {
        // The rows of a publication that was broken off have no head and count for nothing.
        if (await store.model.exists({ _id: chunk.reportId })) {
          yield* chunk.items as CarriedAdjustment[];
        }
      }
    },

    /** Writes rows before their head, so that a report that is there is there as a whole. */
    async freeze(
      reportId: string,
      kind: ChunkKind,
      items: readonly unknown[],
      at: Date,
      { start = 0, about }: { start?: number; about?: string } = {},
    ): Promise<number> {
      let n = start;
      for (let from = 0; from < items.length; from += chunkLength, n += 1) {
        await chunks.collection.insertOne({
          _id: `${reportId}.${kind}.${String(n).padStart(6, '0')}`,
          reportId,
          kind,
          n,
          ...(about !== undefined && { about }),
          items: items.slice(from, from + chunkLength),
          createdAt: at,
        } as never);
      }
      return n;
    },

    dropRows: async (reportId: string) => {
      await chunks.deleteMany({ reportId });
    },

    /** Rows that a publication left behind when it was broken off. */
    async dropHeadless(before: Date, signal: AbortSignal): Promise<void> {
      const ids = (await chunks.distinct('reportId', { createdAt: { $lt: before } })) as string[];
      for (const id of ids) {
        if (signal.aborted) return;
        if (!(await store.model.exists({ _id: id }))) await chunks.deleteMany({ reportId: id });
      }
    },
  };
}
