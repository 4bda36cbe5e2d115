import type { Wording } from './bilingual-table.ts';
import type { CandidateQuery, CollectionStatistics } from './candidate-index.ts';
import { characterCode, pairCode, wordCode } from './meilisearch-documents.ts';
import type { Space } from './spaces.ts';
import { bestTranslated } from './translations.ts';
import { indexTuning } from './tuning.ts';

export type SubQuery = { q: string; weight: number };

const mostSingles = 40;
const pairedTerms = 24;
const mostTranslated = 16;
/** Of a term: a federated search keeps a document's best sub-query in any case. */
const mostWordings = 4;

/** A term's code in the documents' tokens. */
export const codeOfTerm = (space: Space, term: string | number): string => {
  if (space === 'words') return wordCode(term as string);
  return space === 'bigrams' ? pairCode(term as number) : characterCode(term as number);
};

/**
 * A need as sub-queries of one or two key terms. Meilisearch reads only the first ten words of a
 * query, and a federated search keeps a document's best sub-query, not their sum: pairs of the
 * heaviest terms bring documents that hold several of them to the front.
 */
export function subQueries({
  weights,
  best,
}: Pick<CollectionStatistics, 'weights' | 'best'>): SubQuery[] {
  const factor = (space: Space) => indexTuning.shares[space] / (best[space] || 1);
  const terms = [
    ...heaviest(weights.words, factor('words'), wordCode),
    ...heaviest(weights.bigrams, factor('bigrams'), pairCode),
    ...heaviest(weights.characters, factor('characters'), characterCode),
  ]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostSingles);
  const queries = [...terms];
  const top = terms.slice(0, pairedTerms);
  top.forEach((first, i) => {
    for (const second of top.slice(i + 1)) {
      queries.push({ q: `${first.q} ${second.q}`, weight: first.weight + second.weight });
    }
  });
  return [...queries, ...translatedQueries(weights)];
}

/** The heaviest terms as the other language says them, each by itself and two by two. */
function translatedQueries({ translations: { terms, reach } }: CandidateQuery): SubQuery[] {
  const factor = (indexTuning.translatedShare * reach) / (bestTranslated({ terms }) || 1);
  const top = terms
    .filter(({ weight, others }) => weight > 0 && others.length > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostTranslated)
    .map(({ weight, others }) => others.slice(0, mostWordings).map(queryOf(factor * weight)));
  return top.flatMap((wordings, i) => [
    ...wordings,
    ...top.slice(i + 1).flatMap(([first]) => {
      const [own] = wordings;
      return { q: `${own!.q} ${first!.q}`, weight: own!.weight + first!.weight };
    }),
  ]);
}

const queryOf =
  (weight: number) =>
  (wording: Wording): SubQuery => ({
    q: wording.map(({ space, term }) => codeOfTerm(space, term)).join(' '),
    weight,
  });

function heaviest<K>(
  weights: ReadonlyMap<K, number>,
  factor: number,
  code: (term: K) => string,
): SubQuery[] {
  return [...weights]
    .filter(([, weight]) => weight > 0)
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostSingles)
    .map(([term, weight]) => ({ q: code(term), weight: factor * weight }));
}
