import type { TermCounts } from './indexed-terms.ts';
import {
  addToDelta,
  createDelta,
  type Delta,
  mergeSegments,
  type Segment,
  sealDelta,
} from './postings.ts';

/** BM25 constants of one space; a field's weight is baked into the frequencies that are stored. */
export type SpaceTuning = {
  k1: number;
  b: number;
  /** A term in more than this share of the documents costs time and tells nothing apart. */
  ignoreAbove: number;
};

/** All postings of one kind of token (words, or character pairs) and their BM25 scoring. */
export type TokenSpace<K> = {
  add(document: number, terms: TermCounts<K>): void;
  forget(document: number): void;
  /** Adds each document's score to `scores`; answers the score that a perfect document would have. */
  score(query: ReadonlyMap<K, number>, liveDocuments: number, scores: Float32Array): number;
  /** How much a term tells in this collection; 0 for one that it does not know, or is common. */
  worth(term: K, liveDocuments: number): number;
  meanLength(liveDocuments: number): number;
  /** Merges what is due, or all of it into one; run to the end a slice at a time. */
  tidy(dead: Uint8Array, all?: boolean): Generator<void, void>;
  /** Gives documents new numbers, once all of it is one segment without dead ones. */
  renumber(numbers: Uint32Array, dead: Uint8Array): void;
  dump(): SpaceDump<K>;
  load(dump: SpaceDump<K>): void;
};

/** Weighted lengths by document number, and all postings. */
export type SpaceDump<K> = { segment: Segment<K>; lengths: Uint16Array };

/** Below this, what is common is no sign of telling nothing. */
const smallCollection = 1000;
const sealAt = 512;
const mergeFactor = 8;

export function createTokenSpace<K>(tuning: SpaceTuning): TokenSpace<K> {
  let segments: Segment<K>[] = [];
  let delta: Delta<K> = createDelta();
  /** Weighted lengths by document, and their sum over the live ones. */
  let lengths: Uint16Array = new Uint16Array(1024);
  let totalLength = 0;
  /** Documents whose postings may still lie about since everything was last merged. */
  let forgotten = 0;

  function seal() {
    if (delta.size === 0) return;
    segments.push(sealDelta(delta));
    delta = createDelta();
  }

  function documentFrequency(term: K): number {
    let count = delta.postings.get(term)?.length ?? 0;
    for (const segment of segments) {
      const index = segment.terms.get(term);
      if (index !== undefined) count += segment.offsets[index + 1]! - segment.offsets[index]!;
    }
    return count;
  }

  function idf(term: K, liveDocuments: number): number {
    const frequency = documentFrequency(term);
    if (frequency === 0) return 0;
    // Replaced documents are counted on both sides until they are merged away.
    const documents = Math.max(frequency, liveDocuments + forgotten);
    return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
  }

  const meanLength = (liveDocuments: number) =>
    Math.max(1, totalLength / Math.max(1, liveDocuments));

  /** What is too common in a large collection is left out of scores and of explanations alike. */
  function worth(term: K, liveDocuments: number): number {
    const rarity = idf(term, liveDocuments);
    const least = liveDocuments < smallCollection ? 0 : Math.log(1 / tuning.ignoreAbove);
    return rarity > least ? rarity : 0;
  }

  return {
    worth,
    meanLength,
    add(document, { frequencies, length }) {
      if (document >= lengths.length) {
        const grown = new Uint16Array(Math.max(document + 1, lengths.length * 2));
        grown.set(lengths);
        lengths = grown;
      }
      lengths[document] = Math.min(65535, Math.round(length));
      totalLength += lengths[document]!;
      addToDelta(delta, document, frequencies);
      if (delta.size >= sealAt) seal();
    },
    forget(document) {
      forgotten += 1;
      totalLength -= lengths[document] ?? 0;
    },
    score(query, liveDocuments, scores) {
      const { k1, b } = tuning;
      const average = meanLength(liveDocuments);
      const base = k1 * (1 - b);
      const slope = (k1 * b) / average;
      let best = 0;
      for (const [term, weight] of query) {
        const gain = weight * worth(term, liveDocuments);
        if (gain === 0) continue;
        best += gain;
        for (const segment of segments) {
          const index = segment.terms.get(term);
          if (index === undefined) continue;
          const { documents, frequencies } = segment;
          const end = segment.offsets[index + 1]!;
          for (let i = segment.offsets[index]!; i < end; i += 1) {
            const document = documents[i]!;
            const frequency = frequencies[i]!;
            scores[document]! +=
              (gain * frequency) / (frequency + base + slope * lengths[document]!);
          }
        }
        for (const entry of delta.postings.get(term) ?? []) {
          const document = Math.floor(entry / 256);
          const frequency = entry % 256;
          scores[document]! += (gain * frequency) / (frequency + base + slope * lengths[document]!);
        }
      }
      return best;
    },
    *tidy(dead, all = false) {
      if (all) seal();
      for (;;) {
        const whole = segments.length === 1 && forgotten === 0;
        const from = all ? (whole ? undefined : 0) : mergeDue(segments);
        if (from === undefined) return;
        if (all) forgotten = 0;
        const due = segments.slice(from);
        const merged = yield* mergeSegments(due, dead);
        // Documents that came in while merging were sealed behind the ones merged.
        segments = [...segments.slice(0, from), merged, ...segments.slice(from + due.length)];
        if (all) return;
      }
    },
    renumber(numbers, dead) {
      for (const segment of segments) {
        const { documents } = segment;
        for (let i = 0; i < documents.length; i += 1) documents[i] = numbers[documents[i]!]!;
      }
      const kept = new Uint16Array(lengths.length);
      for (let old = 0; old < numbers.length; old += 1) {
        if (dead[old] !== 1) kept[numbers[old]!] = lengths[old]!;
      }
      lengths = kept;
    },
    dump() {
      return { segment: segments[0]!, lengths };
    },
    load(dump) {
      segments = [dump.segment];
      delta = createDelta();
      lengths = dump.lengths;
      totalLength = lengths.reduce((sum, length) => sum + length, 0);
    },
  };
}

/** Where the last segments of one size class begin when there are enough of them to merge. */
function mergeDue(segments: readonly Segment<unknown>[]): number | undefined {
  const sizeClass = (segment: Segment<unknown>) =>
    Math.floor(Math.log(Math.max(1, segment.size / sealAt)) / Math.log(mergeFactor));
  let from = segments.length;
  while (from > 0 && sizeClass(segments[from - 1]!) === sizeClass(segments.at(-1)!)) from -= 1;
  return segments.length - from >= mergeFactor ? from : undefined;
}
