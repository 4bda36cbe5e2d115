import { setImmediate as nextTurn } from 'node:timers/promises';
import { passes } from './candidate-filter.ts';
import type {
  Candidate,
  CandidateAnswer,
  CandidateDocument,
  CandidateIndex,
  CandidateSearch,
  DocumentVector,
} from './candidate-index.ts';
import { candidateOf } from './candidate-of.ts';
import { indexedTerms } from './indexed-terms.ts';
import type { Segmenter } from './segmenter.ts';
import { indexTuning } from './tuning.ts';
import { createVectorTable } from './vector-table.ts';

/** Neighbours in meaning that join the candidates found by their words. */
const neighbours = 50;
const syncEveryMs = 30_000;
/** Clocks of two processes may differ by this much. */
const clockSlackMs = 60_000;

/**
 * An index of words with the meanings beside it: candidates are what either finds. The vectors are
 * kept in this process's memory and follow the store, where any process may have put new ones.
 */
export function withMeaning(
  words: CandidateIndex,
  parts: {
    segmenter: Segmenter;
    /** The documents of some ids as they are now; those that do not belong here are left out. */
    read(ids: readonly string[]): Promise<CandidateDocument[]>;
    /** Vectors made since an instant, or all. */
    since(after?: Date): AsyncIterable<DocumentVector>;
    now?: () => number;
  },
): CandidateIndex {
  const { segmenter, read, since, now = Date.now } = parts;
  const table = createVectorTable();
  let synced: number | undefined;
  let syncing: Promise<void> | undefined;

  function put({ id, vector }: DocumentVector) {
    if (vector === undefined) table.remove(id);
    else table.set(id, vector);
  }

  /** Reads what is new in the store; one at a time, and not with every search. */
  function sync(): Promise<void> {
    if (synced !== undefined && now() - synced < syncEveryMs) return Promise.resolve();
    syncing ??= (async () => {
      const begun = now();
      const after = synced === undefined ? undefined : new Date(synced - clockSlackMs);
      for await (const one of since(after)) put(one);
      synced = begun;
    })().finally(() => {
      syncing = undefined;
    });
    return syncing;
  }

  /** What only its meaning found, scored as the index would have scored its words. */
  async function scored(ids: readonly string[], search: CandidateSearch): Promise<Candidate[]> {
    if (ids.length === 0) return [];
    const documents = await read(ids);
    const known = new Set(documents.map(({ id }) => id));
    for (const id of ids) if (!known.has(id)) table.remove(id);
    const statistics = await words.statistics(search.query);
    const found: Candidate[] = [];
    for (const document of documents) {
      if (!passes(document, search.filters)) continue;
      await nextTurn();
      const terms = indexedTerms(document, indexTuning.fields, segmenter);
      found.push(candidateOf(document, terms, statistics));
    }
    return found;
  }

  async function search(wanted: CandidateSearch): Promise<CandidateAnswer> {
    const { near } = wanted;
    if (near === undefined) return words.search(wanted);
    await sync();
    const [answer, nearest] = await Promise.all([
      words.search(wanted),
      table.nearest(near, neighbours),
    ]);
    const found = new Set(answer.items.map(({ id }) => id));
    const others = await scored(
      nearest.map(({ id }) => id).filter((id) => !found.has(id)),
      wanted,
    );
    const items = [...answer.items, ...others].map((item) => ({
      ...item,
      similarity: table.similarity(item.id, near),
    }));
    items.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    return { ...answer, items };
  }

  return {
    ...words,
    search,
    async upsert(documents, vectors = []) {
      await words.upsert(documents);
      for (const one of vectors) put(one);
    },
    async remove(ids) {
      for (const id of ids) table.remove(id);
      await words.remove(ids);
    },
    async statistics(query, near) {
      const statistics = await words.statistics(query);
      if (near === undefined) return statistics;
      await sync();
      return {
        ...statistics,
        meaning: table.statistics(near, (id) => words.scriptOf?.(id)),
      };
    },
    async setVectors(vectors) {
      for (const one of vectors) put(one);
    },
  };
}
