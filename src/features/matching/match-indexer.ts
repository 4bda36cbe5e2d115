import { type Unscoped, unscoped } from '../../access/actor.ts';
import type { Clock } from '../../clock.ts';
import type { Filter } from '../../store/filter.ts';
import type { Capability } from '../capabilities/capability.ts';
import type { CapabilityStore } from '../capabilities/capability-store.ts';
import type { Need } from '../needs/need.ts';
import type { NeedStore } from '../needs/need-store.ts';
import type { CandidateDocument, CandidateIndex } from './candidate-index.ts';
import { capabilityDocument, needDocument } from './match-texts.ts';

export type MatchIndexer = ReturnType<typeof createMatchIndexer>;

const projection: Unscoped = unscoped('the index is a projection of the store');
const batch = 100;

/** What belongs into an index, by filter and by document; the two say the same. */
const offered: Filter = { status: 'published' };
const isOffered = (capability: Capability) => capability.status === 'published';
const open: Filter = { status: 'open' };
const isOpen = (need: Need) => need.status === 'open';

/** Keeps both indexes what the store says, one document at a time or all of it. */
export function createMatchIndexer(parts: {
  needs: NeedStore;
  capabilities: CapabilityStore;
  needIndex: CandidateIndex;
  capabilityIndex: CandidateIndex;
  clock: Clock;
}) {
  const { needs, capabilities, needIndex, capabilityIndex, clock } = parts;

  const collections = [
    {
      index: capabilityIndex,
      count: () => capabilities.count(projection, offered),
      revisions: () => capabilities.each(projection, offered, { revision: 1 }),
      documents: () => documentsOf(capabilities.each(projection, offered), capabilityDocument),
      some: async (ids: readonly string[]) =>
        [...(await capabilities.getMany(projection, ids)).values()]
          .filter(isOffered)
          .map(capabilityDocument),
    },
    {
      index: needIndex,
      count: () => needs.count(projection, open),
      revisions: () => needs.each(projection, open, { revision: 1 }),
      documents: () => documentsOf(needs.each(projection, open), needDocument),
      some: async (ids: readonly string[]) =>
        [...(await needs.getMany(projection, ids)).values()].filter(isOpen).map(needDocument),
    },
  ] as const;
  type Collection = (typeof collections)[number];

  /** The documents as they are now: those that belong are written, the others taken out. */
  async function refresh({ index, some }: Collection, ids: readonly string[]) {
    for (let i = 0; i < ids.length; i += batch) {
      const part = ids.slice(i, i + batch);
      const documents = await some(part);
      const kept = new Set(documents.map(({ id }) => id));
      await index.upsert(documents);
      await index.remove(part.filter((id) => !kept.has(id)));
    }
  }

  /** Compares revisions with the store and puts right whatever differs. */
  async function compare(collection: Collection, signal?: AbortSignal) {
    const indexed = new Map<string, number>();
    for await (const { id, revision } of collection.index.revisions()) indexed.set(id, revision);
    const differing: string[] = [];
    for await (const { _id, revision } of collection.revisions()) {
      if (signal?.aborted) return;
      if ((indexed.get(_id) ?? 0) < revision) differing.push(_id);
      indexed.delete(_id);
    }
    await refresh(collection, [...differing, ...indexed.keys()]);
  }

  let lastCompared = 0;

  return {
    indexCapability: (id: string) => refresh(collections[0], [id]),
    indexNeed: (id: string) => refresh(collections[1], [id]),

    /**
     * A full comparison at the start and every hour; in between only where the numbers of
     * documents differ, for what changes is already followed one by one. Says whether it was full.
     */
    async reconcile(signal?: AbortSignal): Promise<boolean> {
      const now = clock.now().getTime();
      const all = now - lastCompared >= 3_600_000 || now < lastCompared;
      for (const collection of collections) {
        const differs = (await collection.index.count()) !== (await collection.count());
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
      for (const { index, documents } of collections) {
        await index.rebuild(documents());
        await index.snapshot();
      }
      return { capabilities: await capabilityIndex.count(), needs: await needIndex.count() };
    },
  };
}

async function* documentsOf<T>(
  rows: AsyncIterable<T>,
  document: (row: T) => CandidateDocument,
): AsyncIterable<CandidateDocument> {
  for await (const row of rows) yield document(row);
}
