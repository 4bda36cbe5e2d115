import type { Segment } from './index-segment.ts';
import { grown } from './postings.ts';
import { type PerSpace, type Space, spaces } from './spaces.ts';

export type DocumentFrequencies = ReturnType<typeof createDocumentFrequencies>;

/**
 * How many documents have each term, over all segments: looked up at once, where each segment would
 * have to be searched. Dead documents count until they are merged away.
 */
export function createDocumentFrequencies(segments: readonly Segment[]) {
  const counts: PerSpace<Uint32Array> = {
    words: new Uint32Array(1024),
    bigrams: new Uint32Array(1024),
    characters: new Uint32Array(1024),
  };
  let documents = 0;

  function count({ places, postings }: Segment, sign: 1 | -1) {
    documents += sign * places.length;
    for (const space of spaces) {
      const { terms, offsets } = postings[space];
      const numbers = (terms.at(-1) ?? -1) + 1;
      if (numbers > counts[space].length) counts[space] = grown(counts[space], numbers * 2);
      const counted = counts[space];
      for (let i = 0; i < terms.length; i += 1) {
        counted[terms[i]!]! += sign * (offsets[i + 1]! - offsets[i]!);
      }
    }
  }

  for (const segment of segments) count(segment, 1);
  return {
    add: (segment: Segment) => count(segment, 1),
    remove: (segment: Segment) => count(segment, -1),
    /** By a term's number; 0 for −1, a term that was never seen. */
    of: (space: Space, number: number): number => (number < 0 ? 0 : (counts[space][number] ?? 0)),
    documents: () => documents,
  };
}
