import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CandidateDocument, CandidateIndex } from './candidate-index.ts';
import { createIndexCore, type IndexCore } from './index-core.ts';
import { readIndexSnapshot, writeIndexSnapshot } from './index-snapshot.ts';
import { indexedTerms } from './indexed-terms.ts';
import type { Segmenter } from './segmenter.ts';
import { indexTuning } from './tuning.ts';
import { createPause } from './turns.ts';

export type InProcessIndexOptions = {
  segmenter: Segmenter;
  /** Where `snapshot` writes and the start reads; without it the index lives in memory only. */
  snapshotFile?: string;
};

/** The candidate index in this process: BM25F over words, character pairs and characters. */
export async function openInProcessIndex(options: InProcessIndexOptions): Promise<CandidateIndex> {
  const { segmenter, snapshotFile } = options;
  const stored = snapshotFile === undefined ? undefined : await readIndexSnapshot(snapshotFile);
  const read = (document: CandidateDocument) =>
    indexedTerms(document, indexTuning.fields, segmenter);
  let core = createIndexCore(read, stored);
  let changed = false;
  let closed = false;
  let tidying: Promise<void> | undefined;
  /** While a rebuild runs: the core to come, and what was removed since it began. */
  let coming: { core: IndexCore; removed: Set<string> } | undefined;

  /** Merges in slices between other work, one at a time. */
  function tidy(): Promise<void> {
    tidying ??= inSlices(core.tidy(), () => closed).finally(() => {
      tidying = undefined;
    });
    return tidying;
  }

  async function fill(next: { core: IndexCore; removed: Set<string> }, documents: Documents) {
    const pause = createPause();
    let sinceTidy = 0;
    for await (const document of documents) {
      if (!next.removed.has(document.id)) next.core.upsert(document);
      await pause();
      if (++sinceTidy % tidyEvery === 0) await inSlices(next.core.tidy(), () => closed);
    }
  }

  return {
    async upsert(documents) {
      const pause = createPause();
      let sinceTidy = 0;
      for (const document of documents) {
        core.upsert(document);
        coming?.core.upsert(document);
        coming?.removed.delete(document.id);
        await pause();
        // A long batch waits for its merging, or searches would meet hundreds of segments.
        if (++sinceTidy % tidyEvery === 0) await tidy();
      }
      changed = true;
      core.seal();
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
    async search(search) {
      // Whoever asks has just read a long text: a turn of its own for each.
      await nextTurn();
      return core.search(search);
    },
    statistics: async (query) => core.statistics(query),
    scriptOf: (id) => core.scriptOf(id),
    async *revisions() {
      const pause = createPause();
      for (const row of core.revisions()) {
        yield row;
        await pause();
      }
    },
    count: async () => core.count(),
    async rebuild(documents) {
      if (coming !== undefined) throw new Error('a rebuild of this index is under way');
      coming = { core: createIndexCore(read), removed: new Set() };
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
      await tidy();
      await writeIndexSnapshot(snapshotFile, core.content());
    },
    async close() {
      closed = true;
      await tidying;
    },
  };
}

type Documents = AsyncIterable<CandidateDocument>;

/** Documents of one batch between two tidyings. */
const tidyEvery = 512;

async function inSlices(work: Iterable<void>, stop: () => boolean): Promise<void> {
  const pause = createPause();
  for (const _ of work) {
    await pause();
    if (stop()) return;
  }
}
