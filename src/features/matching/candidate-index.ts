import type { CapabilityStage, CapabilityVisibility, Field } from '../../vocabulary.ts';
import type { Script } from './find-terms.ts';
import type { Quantity } from './quantities.ts';
import type { PerSpace } from './spaces.ts';
import type { Translations } from './translations.ts';
import type { Vector } from './vector.ts';
import type { MeaningByScript } from './vector-table.ts';

/** What the index holds of a capability or an open need: of a need, its public layer only. */
export type CandidateDocument = {
  id: string;
  revision: number;
  title: string;
  keywords: string[];
  /** A capability's abstract, or a need's problem. */
  body: string;
  field?: Field;
  stage?: CapabilityStage;
  visibility: CapabilityVisibility;
  district: string;
  organizationId: string;
  /** Inclusive dates, YYYY-MM-DD. */
  validFrom?: string;
  validUntil?: string;
};

/** What is looked for: a text, already analysed or not, as terms with their weights. */
export type CandidateQuery = {
  /** Words and their weight in the query. */
  words: ReadonlyMap<string, number>;
  /** Character pairs (`bigramOf`) and their weight in the query. */
  bigrams: ReadonlyMap<number, number>;
  /** Single Chinese characters (UTF-16 units) and their weight in the query. */
  characters: ReadonlyMap<number, number>;
  /** The same in the other language, as far as its terms are known there. */
  translations: Translations;
};

/** `everything` names the way round the scope: for the bureau's own jobs, never for a request. */
export type CandidateViewer =
  | 'everything'
  | { districts: readonly string[]; organizationId?: string };

export type CandidateFilters = {
  viewer: CandidateViewer;
  field?: Field;
  stage?: CapabilityStage;
  organizationId?: string;
  /** Only what is valid on this date, YYYY-MM-DD. */
  validOn?: string;
  excludeIds?: readonly string[];
};

export type CandidateSearch = {
  query: CandidateQuery;
  /**
   * The meaning of what is looked for: its neighbours join what the words find, beyond the limit.
   * An index that keeps no vectors answers as if it were not given.
   */
  near?: Vector;
  filters: CandidateFilters;
  limit: number;
  /** What scores less by its words is not found: neither listed nor counted. */
  leastScore?: number;
  facets?: boolean;
};

export type Candidate = {
  id: string;
  revision: number;
  /** Of the best score that a document could have in each space, the share that this one has, 0–1. */
  spaces: PerSpace<number> & { translated: number };
  /** What it is mostly written in. */
  script: Script;
  /** The weighted sum of those, by which candidates are ordered. */
  score: number;
  /** Cosine of its meaning and the one looked for, where both have a vector. */
  similarity?: number | undefined;
  field?: Field;
  stage?: CapabilityStage;
  organizationId: string;
  quantities: readonly Quantity[];
};

/** A document's meaning, apart from it since it comes later and from a server; none: taken away. */
export type DocumentVector = { id: string; vector: Vector | undefined };

export type CandidateFacets = {
  field: Record<string, number>;
  stage: Record<string, number>;
  organizationId: Record<string, number>;
};

export type CandidateAnswer = { items: Candidate[]; total: number; facets?: CandidateFacets };

/** What explanations and scores of single documents need to agree with the search. */
export type CollectionStatistics = {
  /** The query's terms by what each is worth in this collection. */
  weights: CandidateQuery;
  /** What a document that says all of the query would be worth in each space. */
  best: PerSpace<number>;
  /** Mean weighted lengths of the documents in each space. */
  means: PerSpace<number>;
  /** How alike the vector looked for and the documents of each script are at large. */
  meaning?: MeaningByScript | undefined;
};

/** The vectors of some documents, where they have one. */
export type VectorsOf = (documents: readonly CandidateDocument[]) => Promise<DocumentVector[]>;

/**
 * Where candidates for a need (or open needs for a capability) are looked up. A projection of the
 * store that may be lost at any time. One collection is one index; both kinds have the same shape.
 */
export type CandidateIndex = {
  /** Adds or replaces by id, with vectors where they are known; the next search sees it. */
  upsert(
    documents: readonly CandidateDocument[],
    vectors?: readonly DocumentVector[],
  ): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  search(search: CandidateSearch): Promise<CandidateAnswer>;
  statistics(query: CandidateQuery, near?: Vector): Promise<CollectionStatistics>;
  /**
   * Gives documents that are here the vectors of their meaning when those come later; a vector is
   * removed with its document. Absent where no vectors are kept.
   */
  setVectors?(vectors: readonly DocumentVector[]): Promise<void>;
  /** What a document is mostly written in; absent where vectors are kept beside the documents. */
  scriptOf?(id: string): Script | undefined;
  /** What is indexed, for the reconciler to compare with the store. */
  revisions(): AsyncIterable<{ id: string; revision: number }>;
  count(): Promise<number>;
  /** Replaces the whole content; searches are answered from the old one until the new one is complete. */
  rebuild(documents: AsyncIterable<CandidateDocument>, vectorsOf?: VectorsOf): Promise<void>;
  /** Rejects while what was written last was refused, where that shows only afterwards. */
  probeWrites?(): Promise<void>;
  /** Makes the present content survive a restart where the index does not do so by itself. */
  snapshot(): Promise<void>;
  close(): Promise<void>;
};
