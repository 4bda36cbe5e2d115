import type { CollectionStatistics } from './candidate-index.ts';
import type { IndexedTerms, TermCounts } from './indexed-terms.ts';
import { type Space, spaces } from './spaces.ts';
import { translatedCoverage } from './translations.ts';
import { indexTuning } from './tuning.ts';

/** The parts of a score that texts earn. */
export const textParts = [...spaces, 'translated'] as const;
export type TextPart = (typeof textParts)[number];

export type SpaceScores = Record<TextPart, number>;

/** Scores one document's terms as the in-process index would, from what the query's terms are worth. */
export function scoreTerms(
  terms: IndexedTerms,
  { weights, best, means }: CollectionStatistics,
): SpaceScores & { total: number } {
  function coverage<K>(space: Space, counts: TermCounts<K>, worth: ReadonlyMap<K, number>) {
    if (best[space] === 0) return 0;
    const { k1, b } = indexTuning[space];
    const norm = k1 * (1 - b + (b * counts.length) / Math.max(1, means[space]));
    let sum = 0;
    for (const [term, weight] of worth) {
      const frequency = Math.min(255, counts.frequencies.get(term) ?? 0);
      if (frequency > 0) sum += (weight * frequency) / (frequency + norm);
    }
    return sum / best[space];
  }
  const words = coverage('words', terms.words, weights.words);
  const bigrams = coverage('bigrams', terms.bigrams, weights.bigrams);
  const characters = coverage('characters', terms.characters, weights.characters);
  const translated = translatedCoverage(terms, weights.translations, means.words);
  const { shares, translatedShare } = indexTuning;
  const total =
    words * shares.words +
    bigrams * shares.bigrams +
    characters * shares.characters +
    translated * translatedShare;
  return { words, bigrams, characters, translated, total };
}
