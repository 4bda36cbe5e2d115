import type { Segment } from './index-segment.ts';
import { addScores, findTerm } from './postings.ts';
import { rarityOf } from './rarity.ts';
import type { PerSpace, Space } from './spaces.ts';
import type { TermDictionary } from './term-dictionary.ts';
import { indexTuning } from './tuning.ts';

/** Below this, what is common is no sign of telling nothing. */
const smallCollection = 1000;

/** One space's part of a query: where its terms' postings lie, and what each is worth. */
export type SpacePlan<K> = {
  terms: K[];
  /** Weight in the query times rarity; 0 for a term that is unknown here or common. */
  gains: Float64Array;
  /** By segment: each term's place among the segment's terms, or −1. */
  found: Int32Array[];
  /** The score that a perfect document would have, one that says also what nobody here says. */
  best: number;
};

/** What is no rarer than this is left out of scores and of explanations alike. */
export const leastRarity = (space: Space, live: number): number =>
  live < smallCollection ? 0 : Math.log(1 / indexTuning[space].ignoreAbove);

/** Looks a query's terms up in all segments; dead documents count until they are merged away. */
export function planSpace<K>(
  space: Space,
  query: ReadonlyMap<K, number>,
  dictionary: TermDictionary<K>,
  segments: readonly Segment[],
  live: number,
): SpacePlan<K> {
  const terms = [...query.keys()];
  const numbers = terms.map((term) => dictionary.find(term));
  const frequencies = new Uint32Array(terms.length);
  const found = segments.map(({ postings: { [space]: postings } }) => {
    const places = new Int32Array(terms.length);
    for (let i = 0; i < terms.length; i += 1) {
      const at = numbers[i]! < 0 ? -1 : findTerm(postings, numbers[i]!);
      places[i] = at;
      if (at >= 0) frequencies[i]! += postings.offsets[at + 1]! - postings.offsets[at]!;
    }
    return places;
  });
  const documents = segments.reduce((sum, { places }) => sum + places.length, 0);
  const least = leastRarity(space, live);
  const gains = new Float64Array(terms.length);
  let best = 0;
  terms.forEach((term, i) => {
    const rarity = rarityOf(documents, frequencies[i]!);
    if (frequencies[i]! > 0 && rarity <= least) return;
    const gain = query.get(term)! * rarity;
    best += gain;
    // What nobody here says finds nothing, but it is missed: a small collection must not look good.
    if (frequencies[i]! > 0) gains[i] = gain;
  });
  return { terms, gains, found, best };
}

/** Adds one space's part of the score to one segment's documents: its share of a perfect document's. */
export function scoreSpace(
  space: Space,
  { gains, found, best }: Omit<SpacePlan<unknown>, 'terms'>,
  segments: readonly Segment[],
  segment: number,
  meanLength: number,
  scores: PerSpace<Float32Array>,
): void {
  const { k1, b } = indexTuning[space];
  const factor = indexTuning.shares[space] / (best || 1);
  const base = k1 * (1 - b);
  const slope = (k1 * b) / meanLength;
  const postings = segments[segment]!.postings[space];
  const places = found[segment]!;
  for (let i = 0; i < places.length; i += 1) {
    if (places[i]! < 0 || gains[i] === 0) continue;
    addScores(postings, places[i]!, gains[i]! * factor, base, slope, scores[space]);
  }
}

/** Terms with their gains, as explanations and scores of single documents read them. */
export function weightsOf<K>({ terms, gains }: SpacePlan<K>): Map<K, number> {
  return new Map(terms.map((term, i) => [term, gains[i]!]));
}
