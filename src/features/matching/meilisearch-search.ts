import type { Meilisearch } from 'meilisearch';
import type {
  Candidate,
  CandidateAnswer,
  CandidateSearch,
  CollectionStatistics,
} from './candidate-index.ts';
import { candidateOf } from './candidate-of.ts';
import { createFacetCounter } from './facet-counter.ts';
import { indexedTerms } from './indexed-terms.ts';
import {
  embedderName,
  meilisearchFilter,
  retrievedFields,
  type StoredDocument,
  vectorOf,
} from './meilisearch-documents.ts';
import { subQueries } from './meilisearch-queries.ts';
import type { Segmenter } from './segmenter.ts';
import { indexTuning } from './tuning.ts';
import { createPause } from './turns.ts';
import { cosine, type Vector } from './vector.ts';

/** Candidates fetched for re-scoring: the federated order is rough. */
const leastFetched = 400;
/** Neighbours in meaning that join the candidates found by their words. */
const neighbours = 50;

/** Key terms federated, neighbours in meaning beside them; all scored by the one formula. */
export async function searchMeilisearch(
  client: Meilisearch,
  parts: { uid: string; segmenter: Segmenter; statistics: CollectionStatistics },
  search: CandidateSearch,
): Promise<CandidateAnswer> {
  const { uid, segmenter, statistics } = parts;
  // Without a deviation nothing there has a vector of this model.
  const near = statistics.meaning && search.near;
  const [found, nearest] = await Promise.all([
    byTerms(client, uid, statistics, search, near),
    near ? byMeaning(client, uid, search, near) : [],
  ]);

  const pause = createPause();
  async function scored(documents: readonly StoredDocument[]): Promise<Candidate[]> {
    const candidates: Candidate[] = [];
    for (const document of documents) {
      candidates.push(toCandidate(document, statistics, segmenter, near));
      await pause();
    }
    return candidates.sort(bestFirst);
  }
  const all = await scored(found.documents);
  const enough = all.filter(({ score }) => score >= (search.leastScore ?? 0));
  const items = enough.slice(0, search.limit);
  const known = new Set(items.map(({ id }) => id));
  items.push(...(await scored(nearest.filter(({ id }) => !known.has(id)))));
  const counts = enough.length < all.length ? countsOf(enough, search) : found.rest;
  return { ...counts, items: items.sort(bestFirst) };
}

/** Counted here where what is fetched reaches down to what scores too little: the server cannot. */
function countsOf(found: readonly Candidate[], { facets }: CandidateSearch) {
  const counter = createFacetCounter();
  found.forEach(counter.count);
  return { total: found.length, facets: facets ? counter.facets : undefined };
}

const bestFirst = (a: Candidate, b: Candidate) => b.score - a.score || (a.id < b.id ? -1 : 1);

function toCandidate(
  document: StoredDocument,
  statistics: CollectionStatistics,
  segmenter: Segmenter,
  near: Vector | undefined,
): Candidate {
  const terms = indexedTerms(document, indexTuning.fields, segmenter);
  const vector = near && vectorOf(document);
  return {
    ...candidateOf(document, terms, statistics),
    ...(near && { similarity: vector && cosine(vector, near) }),
  };
}

async function byTerms(
  client: Meilisearch,
  uid: string,
  statistics: CollectionStatistics,
  { filters, limit, facets }: CandidateSearch,
  near: Vector | undefined,
): Promise<{ documents: StoredDocument[]; rest: Omit<CandidateAnswer, 'items'> }> {
  const queries = subQueries(statistics);
  if (queries.length === 0) return { documents: [], rest: { total: 0 } };
  const filter = meilisearchFilter(filters);
  const result = await client.multiSearch({
    federation: {
      limit: Math.max(limit, leastFetched),
      ...(facets ? { facetsByIndex: { [uid]: ['field', 'stage', 'organizationId'] } } : {}),
    },
    queries: queries.map(({ q, weight }) => ({
      indexUid: uid,
      ...{ q, filter },
      matchingStrategy: 'all' as const,
      attributesToRetrieve: retrievedFields,
      ...(near && { retrieveVectors: true }),
      federationOptions: { weight },
    })),
  });
  const counts = result.facetsByIndex?.[uid]?.distribution;
  return {
    documents: result.hits as unknown as StoredDocument[],
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

async function byMeaning(
  client: Meilisearch,
  uid: string,
  { filters }: CandidateSearch,
  near: Vector,
): Promise<StoredDocument[]> {
  const { hits } = await client.index<StoredDocument>(uid).search('', {
    vector: [...near.codes],
    hybrid: { embedder: embedderName, semanticRatio: 1 },
    filter: meilisearchFilter(filters),
    limit: neighbours,
    attributesToRetrieve: retrievedFields,
    retrieveVectors: true,
  });
  return hits as unknown as StoredDocument[];
}
