import type { CollectionStatistics } from './candidate-index.ts';
import type { IndexedTerms, TermCounts } from './indexed-terms.ts';
import { spaces } from './spaces.ts';
import { translatedCoverage } from './translations.ts';
import { indexTuning } from './tuning.ts';

/** The parts of a score that texts earn. */
export const textParts = [...spaces, 'translated'] as const;
export type TextPart = (typeof textParts)[number];

export type SpaceScores = Record<TextPart, number>;

/** Scores one document's terms as the in-process index would, from what the query's terms are worth. */
export function scoreTerms(
  terms: IndexedTerms,
  { weights, means }: CollectionStatistics,
): SpaceScores & { total: number } {
  const words = coverage(terms.words, weights.words, indexTuning.words, means.words);
  const bigrams = coverage(terms.bigrams, weights.bigrams, indexTuning.bigrams, means.bigrams);
  const characters = coverage(
    terms.characters,
    weights.characters,
    indexTuning.characters,
    means.characters,
  );
  const translated = translatedCoverage(terms, weights.translations, means.words);
  const { shares, translatedShare } = indexTuning;
  const total =
    words * shares.words +
    bigrams * shares.bigrams +
    characters * shares.characters +
    translated * translatedShare;
  return { words, bigrams, characters, translated, total };
}

function coverage<K>(
  counts: TermCounts<K>,
  weights: ReadonlyMap<K, number>,
  { k1, b }: { k1: number; b: number },
  mean: number,
): number {
  const norm = k1 * (1 - b + (b * counts.length) / Math.max(1, mean));
  let best = 0;
  let sum = 0;
  for (const [term, weight] of weights) {
    best += weight;
    const frequency = Math.min(255, counts.frequencies.get(term) ?? 0);
    if (frequency > 0) sum += (weight * frequency) / (frequency + norm);
  }
  return best === 0 ? 0 : sum / best;
}
