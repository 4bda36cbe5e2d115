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
export type SpaceTuning = { k1: number; b: number };

/** All postings of one kind of token (words, or character pairs) and their BM25 scoring. */
export type TokenSpace<K> = {
  add(document: number, terms: TermCounts<K>): void;
  forget(document: number): void;
  /** Adds each document's score to `scores`; answers the score that a perfect document would have. */
  score(query: ReadonlyMap<K, number>, liveDocuments: number, scores: Float32Array): number;
  /** How much a term tells in this collection; 0 for a term that it does not know. */
  idf(term: K, liveDocuments: number): number;
  /** Small merges that are due; run to the end a slice at a time. */
  tidy(): Generator<void, void>;
  /** One segment, with documents renumbered; for the snapshot and after a bulk load. */
  compact(renumber: Uint32Array, liveDocuments: number): void;
  dump(): SpaceDump<K>;
  load(dump: SpaceDump<K>): void;
};

/** Weighted lengths by document number, and all postings. */
export type SpaceDump<K> = { segment: Segment<K>; lengths: Uint16Array };

const sealAt = 512;
const mergeFactor = 8;

export function createTokenSpace<K>(
  tuning: SpaceTuning,
  isDead: (document: number) => boolean,
): TokenSpace<K> {
  let segments: Segment<K>[] = [];
  let delta: Delta<K> = createDelta();
  /** Weighted lengths by document, and their sum over the live ones. */
  let lengths: Uint16Array = new Uint16Array(1024);
  let totalLength = 0;

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
    // Replaced documents count until they are merged away, so the frequency may pass the total.
    const frequency = Math.min(documentFrequency(term), liveDocuments);
    if (frequency === 0) return 0;
    return Math.log(1 + (liveDocuments - frequency + 0.5) / (frequency + 0.5));
  }

  return {
    idf,
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
      totalLength -= lengths[document] ?? 0;
    },
    score(query, liveDocuments, scores) {
      const { k1, b } = tuning;
      const average = Math.max(1, totalLength / Math.max(1, liveDocuments));
      const base = k1 * (1 - b);
      const slope = (k1 * b) / average;
      let best = 0;
      for (const [term, weight] of query) {
        const gain = weight * idf(term, liveDocuments);
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
    *tidy() {
      for (;;) {
        const from = mergeDue(segments);
        if (from === undefined) return;
        const due = segments.slice(from);
        const merged = yield* mergeSegments(due, isDead);
        // Documents that came in while merging were sealed behind the ones merged.
        segments = [...segments.slice(0, from), merged, ...segments.slice(from + due.length)];
      }
    },
    compact(renumber, liveDocuments) {
      seal();
      const merging = mergeSegments(segments, isDead, renumber);
      let step = merging.next();
      while (!step.done) step = merging.next();
      segments = [step.value];
      const kept = new Uint16Array(Math.max(1024, liveDocuments));
      totalLength = 0;
      for (let old = 0; old < lengths.length; old += 1) {
        if (old >= renumber.length || isDead(old)) continue;
        kept[renumber[old]!] = lengths[old]!;
        totalLength += lengths[old]!;
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
