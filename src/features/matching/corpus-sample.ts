import type { CandidateDocument, CandidateQuery, CollectionStatistics } from './candidate-index.ts';
import { indexedTerms, type TermCounts } from './indexed-terms.ts';
import type { Segmenter } from './segmenter.ts';
import { indexTuning } from './tuning.ts';

const spaces = ['words', 'bigrams', 'characters'] as const;

/** How rare terms are and how long documents, learnt from a part of the collection. */
export type CorpusSample = {
  weights(query: CandidateQuery): CandidateQuery;
  means: CollectionStatistics['means'];
};

/** For an index that does not tell its term statistics: they are counted on some of its documents. */
export function sampleCorpus(
  documents: readonly Pick<CandidateDocument, 'title' | 'keywords' | 'body'>[],
  segmenter: Segmenter,
): CorpusSample {
  const counts = { words: new Map(), bigrams: new Map(), characters: new Map() };
  const means: CollectionStatistics['means'] = { words: 0, bigrams: 0, characters: 0 };
  for (const document of documents) {
    const terms = indexedTerms(document, indexTuning.fields, segmenter);
    for (const space of spaces) {
      const found: TermCounts<unknown> = terms[space];
      means[space] += found.length / documents.length;
      for (const term of found.frequencies.keys()) {
        counts[space].set(term, (counts[space].get(term) ?? 0) + 1);
      }
    }
  }
  const total = documents.length;
  function weigh<K>(query: ReadonlyMap<K, number>, seen: ReadonlyMap<K, number>): Map<K, number> {
    return new Map(
      [...query].map(([term, weight]) => {
        const frequency = seen.get(term) ?? 0;
        return [term, weight * Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5))];
      }),
    );
  }
  return {
    means,
    weights: (query) => ({
      words: weigh(query.words, counts.words),
      bigrams: weigh(query.bigrams, counts.bigrams),
      characters: weigh(query.characters, counts.characters),
    }),
  };
}
