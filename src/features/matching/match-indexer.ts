import type { Clock } from '../../clock.ts';
import type { CandidateIndex, VectorsOf } from './candidate-index.ts';
import type { MatchSource } from './match-sources.ts';

export type MatchIndexer = ReturnType<typeof createMatchIndexer>;

const batch = 500;

/** One index, where its documents come from, and their vectors where there are some. */
export type IndexedCollection = {
  index: CandidateIndex;
  source: MatchSource;
  vectorsOf: VectorsOf;
};

/** Keeps both indexes what the store says, one document at a time or all of it. */
export function createMatchIndexer(parts: {
  capabilities: IndexedCollection;
  needs: IndexedCollection;
  clock: Clock;
}) {
  const { clock } = parts;
  const collections = [parts.capabilities, parts.needs] as const;

  /** The documents as they are now: those that belong are written, the others taken out. */
  async function refresh({ index, source, vectorsOf }: IndexedCollection, ids: readonly string[]) {
    for (let i = 0; i < ids.length; i += batch) {
      const part = ids.slice(i, i + batch);
      const documents = await source.some(part);
      const kept = new Set(documents.map(({ id }) => id));
      await index.upsert(documents, await vectorsOf(documents));
      await index.remove(part.filter((id) => !kept.has(id)));
    }
  }

  /** Compares revisions with the store and puts right whatever differs. */
  async function compare(collection: IndexedCollection, signal?: AbortSignal) {
    const indexed = new Map<string, number>();
    for await (const { id, revision } of collection.index.revisions()) indexed.set(id, revision);
    const differing: string[] = [];
    for await (const { _id, revision } of collection.source.revisions()) {
      if (signal?.aborted) return;
      if ((indexed.get(_id) ?? 0) < revision) differing.push(_id);
      indexed.delete(_id);
    }
    await refresh(collection, [...differing, ...indexed.keys()]);
  }

  /** From the documents as they are now: what was hidden since is not to be found by its vector. */
  async function giveVectorsOf(
    { index, source, vectorsOf }: IndexedCollection,
    ids: readonly string[],
  ) {
    await index.setVectors?.(await vectorsOf(await source.some(ids)));
  }

  let lastCompared = 0;

  return {
    indexCapability: (id: string) => refresh(collections[0], [id]),
    indexNeed: (id: string) => refresh(collections[1], [id]),
    vectorsOfCapabilities: (ids: readonly string[]) => giveVectorsOf(collections[0], ids),
    vectorsOfNeeds: (ids: readonly string[]) => giveVectorsOf(collections[1], ids),

    /**
     * A full comparison at the start and every hour; in between only where the numbers of
     * documents differ, for what changes is already followed one by one. Says whether it was full.
     */
    async reconcile(signal?: AbortSignal): Promise<boolean> {
      const now = clock.now().getTime();
      const all = now - lastCompared >= 3_600_000 || now < lastCompared;
      for (const collection of collections) {
        const differs = (await collection.index.count()) !== (await collection.source.count());
        if (all || differs) await compare(collection, signal);
        // After a crash the comparison makes up for what an older snapshot lacks.
        if (all) await collection.index.snapshot();
      }
      const whole = all && !signal?.aborted;
      if (whole) lastCompared = now;
      return whole;
    },

    /** Everything anew, beside what is there; searches go on meanwhile. */
    async rebuild(): Promise<{ capabilities: number; needs: number }> {
      for (const collection of collections) {
        const { index, source, vectorsOf } = collection;
        await index.rebuild(source.documents(), vectorsOf);
        // Another process may have written into the index that is gone by now.
        await compare(collection);
        await index.snapshot();
      }
      const { capabilities, needs } = parts;
      return { capabilities: await capabilities.index.count(), needs: await needs.index.count() };
    },
  };
}
