import type { TermCounts } from './indexed-terms.ts';
import type { TermDictionary } from './term-dictionary.ts';

/** Documents of one segment at most, so that what a search adds up stays in the processor's cache. */
export const largestSegment = 65_536;

/** Immutable postings of one segment in one space. */
export type Postings = {
  /** Ascending term numbers; postings of the n-th one lie in [offsets[n], offsets[n + 1]). */
  terms: Uint32Array;
  offsets: Uint32Array;
  /** Document in the upper 24 bits, weighted frequency in the lower 8; ascending within a term. */
  entries: Uint32Array;
  /** Weighted length by document. */
  lengths: Uint16Array;
};

/**
 * Place of a term in `terms`, or −1. Numbers are dense in a large segment, so that a guess by
 * proportion is nearly right where halving would read from memory seventeen times.
 */
export function findTerm({ terms }: Postings, term: number): number {
  let low = 0;
  let high = terms.length - 1;
  while (low <= high) {
    const lowest = terms[low]!;
    const highest = terms[high]!;
    if (term < lowest || term > highest) return -1;
    const share = highest === lowest ? 0 : (term - lowest) / (highest - lowest);
    const guess = low + Math.floor(share * (high - low));
    const found = terms[guess]!;
    if (found === term) return guess;
    if (found < term) low = guess + 1;
    else high = guess - 1;
  }
  return -1;
}

/**
 * Adds gain · f / (f + base + slope · length) to each document of one term. Four at a time: at
 * a million postings a query the loop's own turns would cost as much as the sums.
 */
export function addScores(
  postings: Postings,
  at: number,
  gain: number,
  base: number,
  slope: number,
  scores: Float32Array,
): void {
  const { entries, lengths, offsets } = postings;
  const end = offsets[at + 1]!;
  let i = offsets[at]!;
  for (; i + 4 <= end; i += 4) {
    const e0 = entries[i]!;
    const e1 = entries[i + 1]!;
    const e2 = entries[i + 2]!;
    const e3 = entries[i + 3]!;
    const d0 = e0 >>> 8;
    const d1 = e1 >>> 8;
    const d2 = e2 >>> 8;
    const d3 = e3 >>> 8;
    const f0 = e0 & 255;
    const f1 = e1 & 255;
    const f2 = e2 & 255;
    const f3 = e3 & 255;
    scores[d0]! += (gain * f0) / (f0 + base + slope * lengths[d0]!);
    scores[d1]! += (gain * f1) / (f1 + base + slope * lengths[d1]!);
    scores[d2]! += (gain * f2) / (f2 + base + slope * lengths[d2]!);
    scores[d3]! += (gain * f3) / (f3 + base + slope * lengths[d3]!);
  }
  for (; i < end; i += 1) {
    const document = entries[i]! >>> 8;
    const frequency = entries[i]! & 255;
    scores[document]! += (gain * frequency) / (frequency + base + slope * lengths[document]!);
  }
}

/** Gathers documents in the order of their numbers, then sorts them by term in one go. */
export function createPostingsBuilder<K>(dictionary: TermDictionary<K>) {
  let terms = new Uint32Array(1024);
  let entries = new Uint32Array(1024);
  let filled = 0;
  let lengths: number[] = [];
  /** How often each term occurs while sealing; all zero in between. */
  let counts = new Uint32Array(0);

  return {
    add({ frequencies, length }: TermCounts<K>): void {
      if (filled + frequencies.size > terms.length) {
        const room = Math.max(terms.length * 2, filled + frequencies.size);
        terms = grown(terms, room);
        entries = grown(entries, room);
      }
      const document = lengths.length << 8;
      for (const [term, frequency] of frequencies) {
        terms[filled] = dictionary.intern(term);
        entries[filled] = document | Math.min(255, Math.round(frequency));
        filled += 1;
      }
      lengths.push(Math.min(65535, Math.round(length)));
    },
    seal(): Postings {
      if (counts.length < dictionary.size()) counts = new Uint32Array(dictionary.size() * 2);
      let distinct = 0;
      for (let i = 0; i < filled; i += 1) if (counts[terms[i]!]!++ === 0) distinct += 1;
      const sorted = new Uint32Array(distinct);
      for (let i = 0, at = 0; at < distinct; i += 1) {
        const term = terms[i]!;
        if (counts[term] === 0) continue;
        sorted[at++] = term;
        // Marks the first occurrence by taking the count away; it is counted again below.
        counts[term] = 0;
      }
      sorted.sort();
      for (let i = 0; i < filled; i += 1) counts[terms[i]!]! += 1;
      const offsets = new Uint32Array(distinct + 1);
      for (let at = 0; at < distinct; at += 1) {
        const term = sorted[at]!;
        offsets[at + 1] = offsets[at]! + counts[term]!;
        counts[term] = offsets[at]!;
      }
      const ordered = new Uint32Array(filled);
      for (let i = 0; i < filled; i += 1) ordered[counts[terms[i]!]!++] = entries[i]!;
      for (const term of sorted) counts[term] = 0;
      const sealed = {
        terms: sorted,
        offsets,
        entries: ordered,
        lengths: Uint16Array.from(lengths),
      };
      filled = 0;
      lengths = [];
      return sealed;
    },
  };
}

/** The same numbers with room for more. */
export function grown(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length);
  larger.set(array);
  return larger;
}
