/** One immutable run of postings: for each term its documents, ascending, with a weighted frequency. */
export type Segment<K> = {
  terms: Map<K, number>;
  /** Postings of term t lie in [offsets[t], offsets[t + 1]). */
  offsets: Uint32Array;
  documents: Uint32Array;
  frequencies: Uint8Array;
  /** Documents added to it, dead ones included: decides what is merged with what. */
  size: number;
};

/** Fresh documents that are searchable at once; sealed into a segment when there are enough. */
export type Delta<K> = { postings: Map<K, number[]>; size: number };

export function createDelta<K>(): Delta<K> {
  return { postings: new Map(), size: 0 };
}

/** `document` must be higher than any before. Each entry packs the document and its frequency. */
export function addToDelta<K>(
  delta: Delta<K>,
  document: number,
  frequencies: Map<K, number>,
): void {
  for (const [term, frequency] of frequencies) {
    const entry = document * 256 + Math.min(255, Math.round(frequency));
    const list = delta.postings.get(term);
    if (list === undefined) delta.postings.set(term, [entry]);
    else list.push(entry);
  }
  delta.size += 1;
}

export function sealDelta<K>(delta: Delta<K>): Segment<K> {
  let total = 0;
  for (const list of delta.postings.values()) total += list.length;
  const segment = emptySegment<K>(delta.postings.size, total, delta.size);
  let at = 0;
  let term = 0;
  for (const [key, list] of delta.postings) {
    segment.terms.set(key, term);
    segment.offsets[term] = at;
    for (const entry of list) {
      segment.documents[at] = Math.floor(entry / 256);
      segment.frequencies[at] = entry % 256;
      at += 1;
    }
    term += 1;
  }
  segment.offsets[term] = at;
  return segment;
}

function emptySegment<K>(terms: number, postings: number, size: number): Segment<K> {
  return {
    terms: new Map(),
    offsets: new Uint32Array(terms + 1),
    documents: new Uint32Array(postings),
    frequencies: new Uint8Array(postings),
    size,
  };
}

/**
 * Merges neighbouring segments in order, leaving out documents marked in `dead`. A generator, so
 * that the caller can let other work in between. A document that dies meanwhile does no harm.
 */
export function* mergeSegments<K>(
  segments: readonly Segment<K>[],
  dead: Uint8Array,
): Generator<void, Segment<K>> {
  // Each term is looked up once a segment; everything after works on numbers.
  const terms = new Map<K, number>();
  const counts: number[] = [];
  const renamed: Uint32Array[] = [];
  let work = 0;
  for (const segment of segments) {
    const names = new Uint32Array(segment.terms.size);
    for (const [key, term] of segment.terms) {
      const postings = segment.offsets[term + 1]! - segment.offsets[term]!;
      let name = terms.get(key);
      if (name === undefined) {
        name = counts.push(0) - 1;
        terms.set(key, name);
      }
      names[term] = name;
      counts[name]! += postings;
      work += 50;
      if (work > sliceWork) {
        work = 0;
        yield;
      }
    }
    renamed.push(names);
  }
  const offsets = new Uint32Array(counts.length + 1);
  for (let term = 0; term < counts.length; term += 1) {
    offsets[term + 1] = offsets[term]! + counts[term]!;
  }
  const merged: Segment<K> = {
    terms,
    offsets,
    documents: new Uint32Array(offsets.at(-1)!),
    frequencies: new Uint8Array(offsets.at(-1)!),
    size: segments.reduce((sum, segment) => sum + segment.size, 0),
  };
  const ends = offsets.slice(0, counts.length);
  for (let s = 0; s < segments.length; s += 1) {
    const segment = segments[s]!;
    const names = renamed[s]!;
    for (let term = 0; term < names.length; term += 1) {
      const name = names[term]!;
      ends[name] = copyLive(segment, term, dead, merged, ends[name]!);
      work += 10 + segment.offsets[term + 1]! - segment.offsets[term]!;
      if (work > sliceWork) {
        work = 0;
        yield;
      }
    }
  }
  return withoutGaps(merged, ends);
}

/** About a millisecond of merging. */
const sliceWork = 200_000;

function copyLive<K>(
  from: Segment<K>,
  term: number,
  dead: Uint8Array,
  to: Segment<K>,
  start: number,
): number {
  const end = from.offsets[term + 1]!;
  let at = start;
  for (let i = from.offsets[term]!; i < end; i += 1) {
    const document = from.documents[i]!;
    if (dead[document] === 1) continue;
    to.documents[at] = document;
    to.frequencies[at] = from.frequencies[i]!;
    at += 1;
  }
  return at;
}

/** Closes the room that was kept for dead documents; a term that lost all of its own stays, empty. */
function withoutGaps<K>(segment: Segment<K>, ends: Uint32Array): Segment<K> {
  const { offsets, documents, frequencies } = segment;
  const total = documents.length;
  let at = 0;
  for (let term = 0; term < ends.length; term += 1) {
    const start = offsets[term]!;
    const end = ends[term]!;
    if (at !== start) {
      documents.copyWithin(at, start, end);
      frequencies.copyWithin(at, start, end);
      offsets[term] = at;
    }
    at += end - start;
  }
  offsets[ends.length] = at;
  if (at === total) return segment;
  return { ...segment, documents: documents.slice(0, at), frequencies: frequencies.slice(0, at) };
}
