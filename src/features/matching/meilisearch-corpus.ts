import type { Meilisearch } from 'meilisearch';
import type { CandidateQuery, CollectionStatistics } from './candidate-index.ts';
import { type CorpusSample, sampleCorpus, weighQuery } from './corpus-sample.ts';
import type { Script } from './find-terms.ts';
import { type StoredDocument, vectorOf } from './meilisearch-documents.ts';
import { codeOfTerm } from './meilisearch-queries.ts';
import type { Segmenter } from './segmenter.ts';
import { type Space, spaces } from './spaces.ts';
import type { Vector } from './vector.ts';
import { createVectorTable } from './vector-table.ts';

type Sample = {
  corpus: CorpusSample;
  /** Documents in the whole index when it was taken. */
  total: number;
  vectors: ReturnType<typeof createVectorTable>;
  scripts: ReadonlyMap<string, Script>;
  /** By code: terms that the sample lacks, as the server counted them. */
  asked: Map<string, number>;
  takenAt: number;
  /** When the index was written last, as the server says; the sample is of that or of later. */
  updatedAt: string;
};

const pages = 8;
const pageSize = 250;
const ttlMs = 10 * 60_000;
/** Vectors come soon after the first documents. */
const ttlWithoutVectorsMs = 30_000;
/** Taken anew when this share of it was written since. */
const staleShare = 0.25;
/** Cheap to take, and each document tells. */
const smallSample = 100;
const mostAsked = 120;
/** Another process may write a document with any term. */
const absentMs = 5_000;

/** Learns from the server what terms are worth there, and how alike its vectors are at large. */
export function createMeilisearchCorpus(parts: {
  uid: string;
  segmenter: Segmenter;
  keepsVectors: boolean;
  now(): number;
}) {
  const { uid, segmenter, keepsVectors, now } = parts;
  let sample: Sample | undefined;
  let taking: Promise<Sample> | undefined;
  let written = 0;
  /** Terms that were nowhere a moment ago. */
  let absent = { codes: new Set<string>(), since: 0 };

  /** Pages from all over the index: the oldest documents alone may be of one kind. */
  async function take(client: Meilisearch): Promise<Sample> {
    const takenAt = now();
    written = 0;
    const index = client.index<StoredDocument>(uid);
    const { updatedAt } = await client.getRawIndex(uid);
    const { total } = await index.getDocuments({ limit: 0 });
    const step = Math.max(pageSize, Math.floor(total / pages));
    const documents: StoredDocument[] = [];
    for (let offset = 0; offset < total && documents.length < pages * pageSize; offset += step) {
      const fields: (keyof StoredDocument)[] = ['id', 'title', 'keywords', 'body'];
      const page = await index.getDocuments({
        ...{ offset, limit: pageSize, fields },
        ...(keepsVectors && { retrieveVectors: true }),
      });
      documents.push(...(page.results as StoredDocument[]));
    }
    const vectors = createVectorTable();
    for (const document of documents) {
      const vector = vectorOf(document);
      if (vector) vectors.set(document.id, vector);
    }
    const corpus = await sampleCorpus(documents, segmenter);
    const scripts = new Map(documents.map(({ id }, i) => [id, corpus.scripts[i]!]));
    return {
      ...{ corpus, vectors, scripts, takenAt, updatedAt, asked: new Map() },
      total: Math.max(total, documents.length),
    };
  }

  function isFresh({ corpus, vectors, takenAt }: Sample): boolean {
    const awaitsVectors = keepsVectors && vectors.size() < 2;
    const ttl = awaitsVectors ? ttlWithoutVectorsMs : ttlMs;
    const borne = awaitsVectors || corpus.size < smallSample ? 0 : corpus.size * staleShare;
    return now() - takenAt < ttl && written <= borne;
  }

  function current(client: Meilisearch): Promise<Sample> {
    if (sample !== undefined && isFresh(sample)) return Promise.resolve(sample);
    taking ??= take(client)
      .then((taken) => {
        sample = taken;
        return taken;
      })
      .finally(() => {
        taking = undefined;
      });
    return taking;
  }

  /** Counts what the sample lacks: the rarest terms say the most, and new documents bring new ones. */
  async function ask(client: Meilisearch, taken: Sample, query: CandidateQuery) {
    const { corpus, asked, total } = taken;
    // A sample of all that there is lacks what is nowhere.
    const isAll = corpus.size === total;
    if (isAll && (await client.getRawIndex(uid)).updatedAt === taken.updatedAt) return;
    if (now() - absent.since > absentMs) absent = { codes: new Set(), since: now() };
    const { codes: nowhere } = absent;
    const unknown: string[] = [];
    const askFor = (space: Space, term: string | number) => {
      const code = codeOfTerm(space, term);
      if (corpus.frequency(space, term) > 0 || asked.has(code) || nowhere.has(code)) return;
      unknown.push(code);
    };
    for (const space of spaces) for (const term of query[space].keys()) askFor(space, term);
    // After the query's own terms, for most of these are nowhere where all texts are in one language.
    for (const { others } of query.translations.terms) {
      for (const { space, term } of others.flat()) askFor(space, term);
    }
    const codes = [...new Set(unknown)].slice(0, mostAsked);
    if (codes.length === 0) return;
    const { results } = await client.multiSearch({
      queries: codes.map((q) => ({ indexUid: uid, q, limit: 0, matchingStrategy: 'all' })),
    });
    codes.forEach((code, i) => {
      const count = results[i]!.estimatedTotalHits ?? 0;
      if (count > 0) asked.set(code, count);
      else nowhere.add(code);
    });
  }

  return {
    /** Tells that documents were written here; those of other processes show in time. */
    noteWritten(documents: number) {
      written += documents;
      absent = { codes: new Set(), since: now() };
    },

    forget() {
      sample = undefined;
    },

    async statistics(
      client: Meilisearch,
      query: CandidateQuery,
      near?: Vector,
    ): Promise<CollectionStatistics> {
      const taken = await current(client);
      await ask(client, taken, query);
      const { corpus, asked, total, vectors, scripts } = taken;
      const scale = total / Math.max(1, corpus.size);
      const worth = weighQuery(query, total, (space, term) => {
        const frequency = corpus.frequency(space, term) * scale;
        return frequency > 0 ? frequency : (asked.get(codeOfTerm(space, term)) ?? 0);
      });
      return {
        ...worth,
        means: corpus.means,
        ...(near && { meaning: vectors.statistics(near, (id) => scripts.get(id)) }),
      };
    },
  };
}
