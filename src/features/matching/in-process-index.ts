import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CandidateDocument, CandidateIndex } from './candidate-index.ts';
import { createIndexCore, type IndexCore } from './index-core.ts';
import { readIndexSnapshot, writeIndexSnapshot } from './index-snapshot.ts';
import type { Segmenter } from './segmenter.ts';

export type InProcessIndexOptions = {
  segmenter: Segmenter;
  /** Where `snapshot` writes and the start reads; without it the index lives in memory only. */
  snapshotFile?: string;
};

/** The candidate index in this process: BM25F over words, character pairs and characters. */
export async function openInProcessIndex(options: InProcessIndexOptions): Promise<CandidateIndex> {
  const { segmenter, snapshotFile } = options;
  let core = createIndexCore(segmenter);
  const stored = snapshotFile === undefined ? undefined : await readIndexSnapshot(snapshotFile);
  if (stored !== undefined) core.load(stored);
  let changed = false;
  let closed = false;
  let tidying: Promise<void> | undefined;
  /** While a rebuild runs: the core to come, and what was removed since it began. */
  let coming: { core: IndexCore; removed: Set<string> } | undefined;

  /** Merges in slices between other work, one at a time. */
  function tidy(all = false): Promise<void> {
    if (tidying !== undefined) return all ? tidying.then(() => tidy(true)) : tidying;
    tidying = (async () => {
      for (const _ of core.tidy(all)) {
        await nextTurn();
        if (closed) return;
      }
    })().finally(() => {
      tidying = undefined;
    });
    return tidying;
  }

  async function fill(next: { core: IndexCore; removed: Set<string> }, documents: Documents) {
    let sinceTurn = 0;
    for await (const document of documents) {
      if (!next.removed.has(document.id)) next.core.upsert(document);
      if (++sinceTurn % 20 === 0) await nextTurn();
    }
  }

  return {
    async upsert(documents) {
      for (const document of documents) {
        core.upsert(document);
        coming?.core.upsert(document);
        coming?.removed.delete(document.id);
      }
      changed = true;
      void tidy();
    },
    async remove(ids) {
      for (const id of ids) {
        core.remove(id);
        coming?.core.remove(id);
        coming?.removed.add(id);
      }
      changed = true;
    },
    search: async (search) => core.search(search),
    statistics: async (query) => core.statistics(query),
    async *revisions() {
      for (const row of core.rows()) yield { id: row.id, revision: row.revision };
    },
    count: async () => core.count(),
    async rebuild(documents) {
      if (coming !== undefined) throw new Error('a rebuild of this index is under way');
      coming = { core: createIndexCore(segmenter), removed: new Set() };
      try {
        await fill(coming, documents);
        await tidying;
        core = coming.core;
        changed = true;
      } finally {
        coming = undefined;
      }
      void tidy();
    },
    async snapshot() {
      if (snapshotFile === undefined || !changed) return;
      changed = false;
      await tidy(true);
      await writeIndexSnapshot(snapshotFile, core.dump());
    },
    async close() {
      closed = true;
      await tidying;
    },
  };
}

type Documents = AsyncIterable<CandidateDocument>;
