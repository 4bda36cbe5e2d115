import type { CandidateDocument, CandidateQuery, CollectionStatistics } from './candidate-index.ts';
import type { Script } from './find-terms.ts';
import { indexedTerms, type TermCounts } from './indexed-terms.ts';
import { leastRarity } from './query-plan.ts';
import { rarityOf } from './rarity.ts';
import type { Segmenter } from './segmenter.ts';
import { type Space, spaces } from './spaces.ts';
import { scriptOf, weighTranslations } from './translations.ts';
import { indexTuning } from './tuning.ts';
import { createPause } from './turns.ts';

/** How often terms are met and how long documents are, in a part of the collection. */
export type CorpusSample = {
  size: number;
  means: CollectionStatistics['means'];
  /** In how many of its documents a term is; 0 for one that it lacks. */
  frequency(space: Space, term: string | number): number;
  /** What each of its documents is mostly written in, in their order. */
  scripts: readonly Script[];
};

/** For an index that does not tell its term statistics: they are counted on some of its documents. */
export async function sampleCorpus(
  documents: readonly Pick<CandidateDocument, 'title' | 'keywords' | 'body'>[],
  segmenter: Segmenter,
): Promise<CorpusSample> {
  const counts: Record<Space, Map<unknown, number>> = {
    words: new Map(),
    bigrams: new Map(),
    characters: new Map(),
  };
  const means: CollectionStatistics['means'] = { words: 0, bigrams: 0, characters: 0 };
  const scripts: Script[] = [];
  const pause = createPause();
  for (const document of documents) {
    const terms = indexedTerms(document, indexTuning.fields, segmenter);
    scripts.push(scriptOf(terms.words.length, terms.characters.length));
    for (const space of spaces) {
      const found: TermCounts<unknown> = terms[space];
      means[space] += found.length / documents.length;
      for (const term of found.frequencies.keys()) {
        counts[space].set(term, (counts[space].get(term) ?? 0) + 1);
      }
    }
    await pause();
  }
  return {
    size: documents.length,
    means,
    scripts,
    frequency: (space, term) => counts[space].get(term) ?? 0,
  };
}

/** What a query's terms are worth, by the rules of the in-process index (`planSpace`). */
export function weighQuery(
  query: CandidateQuery,
  total: number,
  frequency: CorpusSample['frequency'],
): Pick<CollectionStatistics, 'weights' | 'best'> {
  const best = { words: 0, bigrams: 0, characters: 0 };
  function weigh<K extends string | number>(space: Space, terms: ReadonlyMap<K, number>) {
    const least = leastRarity(space, total);
    return new Map(
      [...terms].map(([term, weight]) => {
        const found = frequency(space, term);
        const rarity = rarityOf(total, found);
        if (found > 0 && rarity <= least) return [term, 0];
        best[space] += weight * rarity;
        return [term, found === 0 ? 0 : weight * rarity];
      }),
    );
  }
  const weights = {
    words: weigh('words', query.words),
    bigrams: weigh('bigrams', query.bigrams),
    characters: weigh('characters', query.characters),
    translations: weighTranslations(
      query.translations,
      total,
      leastRarity('words', total),
      frequency,
    ),
  };
  return { weights, best };
}
