import type { Meilisearch } from 'meilisearch';
import type {
  CandidateDocument,
  CandidateIndex,
  DocumentVector,
  VectorsOf,
} from './candidate-index.ts';
import { createMeilisearchCorpus } from './meilisearch-corpus.ts';
import {
  embedderName,
  type MeilisearchDocument,
  meilisearchSettings,
  toMeilisearch,
  vectorsField,
} from './meilisearch-documents.ts';
import { codeOf } from './meilisearch-keys.ts';
import { rebuildMeilisearch } from './meilisearch-rebuild.ts';
import { searchMeilisearch } from './meilisearch-search.ts';
import { isGone, type MeilisearchServer, prepareIndex } from './meilisearch-server.ts';
import { createMeilisearchWriter, type Write } from './meilisearch-writer.ts';
import type { Segmenter } from './segmenter.ts';
import { createPause } from './turns.ts';
import type { Vector } from './vector.ts';

export type MeilisearchIndexOptions = {
  server: MeilisearchServer;
  /** Name of the index, the namespace before it: the key is for those alone. */
  uid: string;
  segmenter: Segmenter;
  /** Whether an embedding server gives the documents vectors. */
  keepsVectors?: boolean;
  now?: () => number;
};

const pageSize = 1000;

/**
 * The candidate index on a Meilisearch server, created and set up at its first use: the service
 * starts, and takes needs, while the server is away.
 */
export function createMeilisearchIndex(options: MeilisearchIndexOptions): CandidateIndex {
  const { server, uid, segmenter, keepsVectors = false, now = Date.now } = options;
  const corpus = createMeilisearchCorpus({ uid, segmenter, keepsVectors, now });
  /** Writes since a rebuild began, to be repeated on what it made. */
  let sinceRebuild: (readonly Write[])[] | undefined;
  let prepared: Promise<void> | undefined;
  let dimensions: number | undefined;

  /** Acts on the index once it is set up; sets it up again when it, or the key, is gone. */
  async function act<T>(work: (client: Meilisearch) => Promise<T>): Promise<T> {
    for (let again = false; ; again = true) {
      try {
        const client = await server.client();
        prepared ??= prepareIndex(server, client, uid, meilisearchSettings);
        await prepared;
        return await work(client);
      } catch (error) {
        prepared = undefined;
        if (again || !isGone(error)) throw error;
        server.forget();
        corpus.forget();
        dimensions = undefined;
      }
    }
  }

  /** Vectors of another model replace those before: the server keeps one length. */
  async function expectVectors(client: Meilisearch, target: string, vector: Vector) {
    const { length } = vector.codes;
    if (target === uid && dimensions === length) return;
    const { embedders } = await client.index(target).getSettings();
    const present = embedders?.[embedderName] as { dimensions?: number } | undefined;
    if (present !== undefined && present.dimensions !== length) {
      await server.settle(client.index(target).updateEmbedders({ [embedderName]: null } as never));
    }
    const embedder = { source: 'userProvided' as const, dimensions: length };
    await prepareIndex(server, client, target, { embedders: { [embedderName]: embedder } });
    if (target === uid) dimensions = length;
  }

  async function stored(client: Meilisearch, target: string, writes: readonly Write[]) {
    const first = writes.find(({ vector }) => vector)?.vector;
    if (first) await expectVectors(client, target, first);
    const pause = createPause();
    const documents: MeilisearchDocument[] = [];
    for (const { document, vector } of writes) {
      const kept = keepsVectors ? (vector ?? null) : undefined;
      documents.push(toMeilisearch(document!, segmenter, kept));
      await pause();
    }
    return documents;
  }

  async function commit(writes: readonly Write[]): Promise<void> {
    await act(async (client) => {
      const index = client.index<MeilisearchDocument>(uid);
      const kept = writes.filter(({ document, vector }) => document || vector !== undefined);
      const known = new Map<string, number>();
      if (kept.length > 0) {
        const ids = kept.map(({ id }) => id);
        const fields: (keyof MeilisearchDocument)[] = ['id', 'revision'];
        const { results } = await index.getDocuments({ ids, limit: ids.length, fields });
        for (const { id, revision } of results) known.set(id, revision);
      }
      const isNew = ({ id, document }: Write) =>
        document !== undefined && document.revision > (known.get(id) ?? 0);
      const documents = await stored(client, uid, kept.filter(isNew));
      // A part of a document that is not there would make a document of that part alone.
      const given = kept.filter(({ id, document }) => document === undefined && known.has(id));
      const first = given.find(({ vector }) => vector)?.vector;
      if (first) await expectVectors(client, uid, first);
      const vectors = given.map(({ id, vector }) => ({ id, ...vectorsField(vector ?? null) }));
      const removed = writes.filter((write) => !kept.includes(write)).map(({ id }) => id);
      const tasks = [
        ...(documents.length > 0 ? [index.addDocuments(documents)] : []),
        ...(vectors.length > 0 ? [index.updateDocuments(vectors)] : []),
        ...(removed.length > 0 ? [index.deleteDocuments(removed)] : []),
      ];
      const ended = await Promise.allSettled(tasks.map(server.settle));
      for (const one of ended) if (one.status === 'rejected') throw one.reason;
    });
    corpus.noteWritten(writes.length);
  }

  const queue = createMeilisearchWriter(commit);

  /** Writes now, and again behind a rebuild that may have read what was there before. */
  async function write(writes: readonly Write[]) {
    if (writes.length === 0) return;
    sinceRebuild?.push(writes);
    await queue(writes);
  }

  return {
    upsert: (documents, vectors) => write(writesOf(documents, keepsVectors ? vectors : undefined)),
    remove: (ids) => write(ids.map((id) => ({ id }))),
    ...(keepsVectors && {
      setVectors: (vectors: readonly DocumentVector[]) =>
        write(vectors.map(({ id, vector }) => ({ id, vector: vector ?? null }))),
    }),
    search: (search) =>
      act(async (client) => {
        const statistics = await corpus.statistics(client, search.query, search.near);
        try {
          return await searchMeilisearch(client, { uid, segmenter, statistics }, search);
        } catch (error) {
          // Vectors of another model are on their way in; words go on meanwhile.
          if (!vectorFaults.includes(codeOf(error) ?? '')) throw error;
          const worded = { ...search, near: undefined };
          return searchMeilisearch(client, { uid, segmenter, statistics }, worded);
        }
      }),
    statistics: (query, near) => act((client) => corpus.statistics(client, query, near)),
    async *revisions() {
      for (let offset = 0; ; offset += pageSize) {
        const { results } = await act((client) => {
          const fields: (keyof MeilisearchDocument)[] = ['id', 'revision'];
          const page = { offset, limit: pageSize, fields };
          return client.index<MeilisearchDocument>(uid).getDocuments(page);
        });
        for (const { id, revision } of results) yield { id, revision };
        if (results.length < pageSize) return;
      }
    },
    count: () => act(async (client) => (await client.index(uid).getDocuments({ limit: 0 })).total),
    async rebuild(documents: AsyncIterable<CandidateDocument>, vectorsOf?: VectorsOf) {
      if (sinceRebuild !== undefined) throw new Error('a rebuild of this index is under way');
      sinceRebuild = [];
      try {
        // Not acted upon twice, for the documents can be read once.
        const client = await act(async (ready) => ready);
        await rebuildMeilisearch({
          ...{ server, client, uid, now },
          settings: meilisearchSettings,
          batches: batchesOf(documents, keepsVectors ? vectorsOf : undefined),
          stored: (target, writes) => stored(client, target, writes),
        });
        dimensions = undefined;
        corpus.forget();
        for (const writes of sinceRebuild) await queue(writes);
      } finally {
        sinceRebuild = undefined;
      }
    },
    probeWrites: server.probeTasks,
    // Meilisearch keeps its own files.
    snapshot: async () => {},
    close: async () => {},
  };
}

const vectorFaults = ['invalid_search_embedder', 'invalid_search_vector', 'vector_embedding_error'];

function writesOf(
  documents: readonly CandidateDocument[],
  vectors: readonly DocumentVector[] = [],
): Write[] {
  const byId = new Map(vectors.map(({ id, vector }) => [id, vector ?? null]));
  return documents.map((document) => {
    const { id } = document;
    return { id, document, vector: byId.get(id) };
  });
}

async function* batchesOf(
  documents: AsyncIterable<CandidateDocument>,
  vectorsOf?: VectorsOf,
): AsyncIterable<Write[]> {
  let batch: CandidateDocument[] = [];
  const made = async () => writesOf(batch, await vectorsOf?.(batch));
  for await (const document of documents) {
    if (batch.push(document) < pageSize) continue;
    yield await made();
    batch = [];
  }
  if (batch.length > 0) yield await made();
}
