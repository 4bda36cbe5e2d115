import type { Settings } from 'meilisearch';
import type { CandidateDocument, CandidateFilters } from './candidate-index.ts';
import { indexedTerms } from './indexed-terms.ts';
import type { Segmenter } from './segmenter.ts';
import { indexTuning } from './tuning.ts';
import { type Vector, vectorOfCodes } from './vector.ts';

/** What is stored in Meilisearch: the document and its tokens, cut as every other part cuts them. */
export type MeilisearchDocument = Omit<CandidateDocument, 'validFrom' | 'validUntil'> & {
  validFrom: number;
  validUntil: number;
  /** Words, and codes of pairs and characters: Latin letters, so that they are not cut again. */
  tokens: string;
  /** Where vectors are kept: the document's own, or null; the server wants one of the two. */
  _vectors?: { [embedderName]: number[] | null };
};

/** As read back: vectors as the server wraps them. */
export type StoredDocument = Omit<MeilisearchDocument, '_vectors' | 'tokens'> & {
  _vectors?: { [embedderName]?: { embeddings: number[][] | number[] } };
};

/** Vectors come from outside; the server keeps and compares them. */
export const embedderName = 'meaning';

/** What scoring reads: all but the tokens, which are the longest field. */
export const retrievedFields = [
  ...(['id', 'revision', 'title', 'keywords', 'body'] as const),
  ...(['field', 'stage', 'organizationId'] as const),
];

export const meilisearchSettings: Settings = {
  searchableAttributes: ['tokens'],
  filterableAttributes: [
    'id',
    'field',
    'stage',
    'visibility',
    'district',
    'organizationId',
    'validFrom',
    'validUntil',
  ],
  sortableAttributes: [],
  rankingRules: ['words', 'exactness'],
  // Tokens are exact: a near miss of a code is another term altogether.
  typoTolerance: { enabled: false },
  prefixSearch: 'disabled',
  proximityPrecision: 'byAttribute',
};

/** 0–9 and a–z with a leading letter for the space: q and w never begin a word of the text itself. */
export const pairCode = (bigram: number) => `zzq${bigram.toString(36)}`;
export const characterCode = (unit: number) => `zzw${unit.toString(36)}`;
/** Chinese words as code points too, for Meilisearch would cut them by its own dictionary. */
export const wordCode = (word: string) =>
  `zzx${[...word].map((character) => character.codePointAt(0)!.toString(36)).join('')}`;

const dateNumber = (date: string) => Number(date.replaceAll('-', ''));

export function toMeilisearch(
  document: CandidateDocument,
  segmenter: Segmenter,
  /** Undefined where no vectors are kept, null where this document has none. */
  vector?: Vector | null,
): MeilisearchDocument {
  const terms = indexedTerms(document, indexTuning.fields, segmenter);
  const { validFrom, validUntil, ...rest } = document;
  return {
    ...rest,
    // Half of a surrogate pair is valid in JavaScript, and makes Meilisearch refuse the whole batch.
    title: rest.title.toWellFormed(),
    keywords: rest.keywords.map((keyword) => keyword.toWellFormed()),
    body: rest.body.toWellFormed(),
    validFrom: validFrom === undefined ? 0 : dateNumber(validFrom),
    validUntil: validUntil === undefined ? 99999999 : dateNumber(validUntil),
    tokens: [
      ...[...terms.words.frequencies.keys()].map(wordCode),
      ...[...terms.bigrams.frequencies.keys()].map(pairCode),
      ...[...terms.characters.frequencies.keys()].map(characterCode),
    ]
      .join(' ')
      .toWellFormed(),
    ...(vector !== undefined && vectorsField(vector)),
  };
}

/** The bytes as they are: only their direction counts, and they come back the same. */
export const vectorsField = (vector: Vector | null) => ({
  _vectors: { [embedderName]: vector && [...vector.codes] },
});

export function vectorOf({ _vectors }: Pick<StoredDocument, '_vectors'>): Vector | undefined {
  const values = _vectors?.[embedderName]?.embeddings.flat();
  return values === undefined || values.length === 0 ? undefined : vectorOfCodes(values);
}

const quoted = (value: string) => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** The filters in Meilisearch's own words; undefined when everything is wanted. */
export function meilisearchFilter(filters: CandidateFilters): string | undefined {
  const all: string[] = [];
  if (filters.viewer !== 'everything') {
    const { districts, organizationId } = filters.viewer;
    const any = ['visibility = public'];
    if (organizationId !== undefined) any.push(`organizationId = ${quoted(organizationId)}`);
    if (districts.length > 0) {
      const list = districts.map(quoted).join(', ');
      any.push(`(visibility = district AND district IN [${list}])`);
    }
    all.push(`(${any.join(' OR ')})`);
  }
  if (filters.field !== undefined) all.push(`field = ${filters.field}`);
  if (filters.stage !== undefined) all.push(`stage = ${filters.stage}`);
  if (filters.organizationId !== undefined) {
    all.push(`organizationId = ${quoted(filters.organizationId)}`);
  }
  if (filters.validOn !== undefined) {
    const date = dateNumber(filters.validOn);
    all.push(`validFrom <= ${date} AND validUntil >= ${date}`);
  }
  if (filters.excludeIds !== undefined && filters.excludeIds.length > 0) {
    all.push(`id NOT IN [${filters.excludeIds.map(quoted).join(', ')}]`);
  }
  return all.length === 0 ? undefined : all.join(' AND ');
}
