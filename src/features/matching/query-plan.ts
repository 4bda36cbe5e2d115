import type { DocumentFrequencies } from './document-frequencies.ts';
import type { Segment } from './index-segment.ts';
import { addScores, findTerm } from './postings.ts';
import { rarityOf } from './rarity.ts';
import type { PerSpace, Space } from './spaces.ts';
import type { TermDictionary } from './term-dictionary.ts';
import { indexTuning } from './tuning.ts';

/** Below this, what is common is no sign of telling nothing. */
const smallCollection = 1000;

/** One space's part of a query: its terms, and what each is worth. */
export type SpacePlan<K> = {
  terms: K[];
  /** In the dictionary; −1 for a term that it has not. */
  numbers: Int32Array;
  /** Weight in the query times rarity; 0 for a term that is unknown here or common. */
  gains: Float64Array;
  /** The score that a perfect document would have, one that says also what nobody here says. */
  best: number;
};

/** What is no rarer than this is left out of scores and of explanations alike. */
export const leastRarity = (space: Space, live: number): number =>
  live < smallCollection ? 0 : Math.log(1 / indexTuning[space].ignoreAbove);

/** What a query's terms are worth by how many documents have them; dead ones count until merged away. */
export function planSpace<K>(
  space: Space,
  query: ReadonlyMap<K, number>,
  dictionary: TermDictionary<K>,
  frequencies: DocumentFrequencies,
  live: number,
): SpacePlan<K> {
  const terms = [...query.keys()];
  const numbers = new Int32Array(terms.length);
  const gains = new Float64Array(terms.length);
  const documents = frequencies.documents();
  const least = leastRarity(space, live);
  let best = 0;
  let i = 0;
  for (const [term, weight] of query) {
    numbers[i] = dictionary.find(term);
    const frequency = frequencies.of(space, numbers[i]!);
    const rarity = rarityOf(documents, frequency);
    if (frequency === 0 || rarity > least) {
      const gain = weight * rarity;
      best += gain;
      // What nobody here says finds nothing, but it is missed: a small collection must not look good.
      if (frequency > 0) gains[i] = gain;
    }
    i += 1;
  }
  return { terms, numbers, gains, best };
}

/** Adds one space's part of the score to one segment's documents: its share of a perfect document's. */
export function scoreSpace(
  space: Space,
  { numbers, gains, best }: Omit<SpacePlan<unknown>, 'terms'>,
  segment: Segment,
  meanLength: number,
  scores: PerSpace<Float32Array>,
): void {
  const { k1, b } = indexTuning[space];
  const factor = indexTuning.shares[space] / (best || 1);
  const base = k1 * (1 - b);
  const slope = (k1 * b) / meanLength;
  const postings = segment.postings[space];
  for (let i = 0; i < numbers.length; i += 1) {
    const at = gains[i] === 0 ? -1 : findTerm(postings, numbers[i]!);
    if (at >= 0) addScores(postings, at, gains[i]! * factor, base, slope, scores[space]);
  }
}

/** Terms with their gains, as explanations and scores of single documents read them. */
export function weightsOf<K>({ terms, gains }: SpacePlan<K>): Map<K, number> {
  return new Map(terms.map((term, i) => [term, gains[i]!]));
}
