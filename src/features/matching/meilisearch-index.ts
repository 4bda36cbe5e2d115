import { type EnqueuedTaskPromise, Meilisearch } from 'meilisearch';
import type {
  CandidateAnswer,
  CandidateDocument,
  CandidateIndex,
  CandidateSearch,
} from './candidate-index.ts';
import { candidateOf } from './candidate-of.ts';
import { type CorpusSample, sampleCorpus } from './corpus-sample.ts';
import { indexedTerms } from './indexed-terms.ts';
import {
  type MeilisearchDocument,
  meilisearchFilter,
  meilisearchSettings,
  toMeilisearch,
} from './meilisearch-documents.ts';
import { subQueries } from './meilisearch-queries.ts';
import type { Segmenter } from './segmenter.ts';
import { indexTuning } from './tuning.ts';

export type MeilisearchIndexOptions = {
  url: string;
  key?: string;
  /** Name of the index, the district's or test's prefix included. */
  uid: string;
  segmenter: Segmenter;
  now?: () => number;
};

const pageSize = 1000;
const sampleSize = 2000;
const sampleTtlMs = 10 * 60_000;
const taskTimeoutMs = 60_000;
/** Candidates fetched for re-scoring: the federated order is rough. */
const leastFetched = 300;

/**
 * The candidate index on a Meilisearch server, created and set up at its first use: the service
 * starts, and takes needs, while the server is away.
 */
export function createMeilisearchIndex(options: MeilisearchIndexOptions): CandidateIndex {
  const { url, key, uid, segmenter, now = Date.now } = options;
  const client = new Meilisearch({ host: url, apiKey: key });
  const rebuildUid = `${uid}_rebuild`;
  let sample: { corpus: CorpusSample; taken: number; size: number } | undefined;
  /** Writes since a rebuild began, to be repeated on what it made. */
  let sinceRebuild: (() => Promise<void>)[] | undefined;

  let prepared: Promise<void> | undefined;

  /** The index once it is set up; asked again after a failure. */
  async function index() {
    prepared ??= prepare(client, uid).catch((error) => {
      prepared = undefined;
      throw error;
    });
    await prepared;
    return client.index<MeilisearchDocument>(uid);
  }

  async function corpus(): Promise<CorpusSample> {
    if (sample === undefined || now() - sample.taken > sampleTtlMs) {
      const documents: MeilisearchDocument[] = [];
      for (let offset = 0; offset < sampleSize; offset += pageSize) {
        const fields: (keyof MeilisearchDocument)[] = ['title', 'keywords', 'body'];
        const page = await (await index()).getDocuments({ offset, limit: pageSize, fields });
        documents.push(...page.results);
        if (page.results.length < pageSize) break;
      }
      sample = {
        corpus: sampleCorpus(documents, segmenter),
        taken: now(),
        size: documents.length,
      };
    }
    return sample.corpus;
  }

  async function upsert(documents: readonly CandidateDocument[]) {
    if (documents.length === 0) return;
    const ids = documents.map(({ id }) => id);
    const known = await (await index()).getDocuments({
      ids,
      limit: ids.length,
      fields: ['id', 'revision'],
    });
    const revisions = new Map(known.results.map(({ id, revision }) => [id, revision]));
    const newer = documents.filter(({ id, revision }) => revision > (revisions.get(id) ?? 0));
    if (newer.length === 0) return;
    await settle(
      (await index()).addDocuments(newer.map((document) => toMeilisearch(document, segmenter))),
    );
  }

  async function remove(ids: readonly string[]) {
    if (ids.length > 0) await settle((await index()).deleteDocuments([...ids]));
  }

  /** Writes now, and again behind a rebuild that may have read what was there before. */
  async function write(act: () => Promise<void>) {
    sinceRebuild?.push(act);
    await act();
    // A small collection changes its own statistics with every document.
    if (sample !== undefined && sample.size < sampleSize) sample = undefined;
  }

  return {
    upsert: (documents) => write(() => upsert(documents)),
    remove: (ids) => write(() => remove(ids)),
    async search(search) {
      const { means, weights } = await corpus();
      const weighed = weights(search.query);
      const answer = await federated(client, uid, subQueries(weighed), search);
      const items = answer.hits
        .map((hit) =>
          candidateOf(hit, indexedTerms(hit, indexTuning.fields, segmenter), {
            weights: weighed,
            means,
          }),
        )
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
      return { ...answer.rest, items: items.slice(0, search.limit) };
    },
    async statistics(query) {
      const { weights, means } = await corpus();
      return { weights: weights(query), means };
    },
    async *revisions() {
      for (let offset = 0; ; offset += pageSize) {
        const page = await (await index()).getDocuments({
          offset,
          limit: pageSize,
          fields: ['id', 'revision'],
        });
        for (const { id, revision } of page.results) yield { id, revision };
        if (page.results.length < pageSize) return;
      }
    },
    count: async () => (await (await index()).getDocuments({ limit: 0 })).total,
    async rebuild(documents) {
      if (sinceRebuild !== undefined) throw new Error('a rebuild of this index is under way');
      sinceRebuild = [];
      try {
        await index();
        await client.deleteIndexIfExists(rebuildUid);
        await prepare(client, rebuildUid);
        const fresh = client.index<MeilisearchDocument>(rebuildUid);
        let batch: MeilisearchDocument[] = [];
        for await (const document of documents) {
          batch.push(toMeilisearch(document, segmenter));
          if (batch.length < pageSize) continue;
          await settle(fresh.addDocuments(batch));
          batch = [];
        }
        if (batch.length > 0) await settle(fresh.addDocuments(batch));
        await settle(client.swapIndexes([{ indexes: [uid, rebuildUid], rename: false }]));
        for (const act of sinceRebuild) await act();
        await client.deleteIndexIfExists(rebuildUid);
        sample = undefined;
      } finally {
        sinceRebuild = undefined;
      }
    },
    // Meilisearch keeps its own files.
    snapshot: async () => {},
    close: async () => {},
  };
}

async function federated(
  client: Meilisearch,
  uid: string,
  queries: ReturnType<typeof subQueries>,
  { filters, limit, facets }: CandidateSearch,
): Promise<{ hits: MeilisearchDocument[]; rest: Omit<CandidateAnswer, 'items'> }> {
  if (queries.length === 0) return { hits: [], rest: { total: 0 } };
  const filter = meilisearchFilter(filters);
  const facetNames = ['field', 'stage', 'organizationId'];
  const result = await client.multiSearch({
    federation: {
      limit: Math.max(limit, leastFetched),
      ...(facets ? { facetsByIndex: { [uid]: facetNames } } : {}),
    },
    queries: queries.map(({ q, weight }) => ({
      indexUid: uid,
      q,
      filter,
      matchingStrategy: 'all' as const,
      attributesToRetrieve: ['*'],
      federationOptions: { weight },
    })),
  });
  const counts = result.facetsByIndex?.[uid]?.distribution;
  return {
    hits: result.hits as unknown as MeilisearchDocument[],
    rest: {
      total: result.estimatedTotalHits ?? result.hits.length,
      facets: facets
        ? {
            field: counts?.field ?? {},
            stage: counts?.stage ?? {},
            organizationId: counts?.organizationId ?? {},
          }
        : undefined,
    },
  };
}

/** Creates the index when it is missing and gives it its settings; the same twice over. */
async function prepare(client: Meilisearch, uid: string) {
  const exists = await client.getRawIndex(uid).then(
    () => true,
    (error: unknown) => {
      if ((error as { cause?: { code?: string } }).cause?.code === 'index_not_found') return false;
      throw error;
    },
  );
  if (!exists) await settle(client.createIndex(uid, { primaryKey: 'id' }));
  await settle(client.index(uid).updateSettings(meilisearchSettings));
}

/** Waits for a task; one that Meilisearch accepted may still fail, and says so only there. */
async function settle(task: EnqueuedTaskPromise): Promise<void> {
  const done = await task.waitTask({ timeout: taskTimeoutMs });
  if (done.status === 'succeeded') return;
  const { code = 'unknown', message = '' } = done.error ?? {};
  // Another process created the index between the look and the wish.
  if (code === 'index_already_exists') return;
  throw new Error(`Meilisearch task ${done.type} ${done.status}: ${code} ${message}`);
}
