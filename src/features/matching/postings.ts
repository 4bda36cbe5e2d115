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
 * Merges neighbouring segments in order, leaving out dead documents. A generator, so that the
 * caller can let other work in between; `renumber` maps old document numbers to new ones.
 */
export function* mergeSegments<K>(
  segments: readonly Segment<K>[],
  isDead: (document: number) => boolean,
  renumber?: Uint32Array,
): Generator<void, Segment<K>> {
  const counts = new Map<K, number>();
  let total = 0;
  for (const segment of segments) {
    let steps = 0;
    for (const [key, term] of segment.terms) {
      let live = 0;
      for (let i = segment.offsets[term]!; i < segment.offsets[term + 1]!; i += 1) {
        if (!isDead(segment.documents[i]!)) live += 1;
      }
      if (live > 0) counts.set(key, (counts.get(key) ?? 0) + live);
      total += live;
      if (++steps % sliceTerms === 0) yield;
    }
  }
  const size = segments.reduce((sum, segment) => sum + segment.size, 0);
  const merged = emptySegment<K>(counts.size, total, size);
  let at = 0;
  let index = 0;
  for (const key of counts.keys()) {
    merged.terms.set(key, index);
    merged.offsets[index] = at;
    for (const segment of segments) {
      const term = segment.terms.get(key);
      if (term === undefined) continue;
      for (let i = segment.offsets[term]!; i < segment.offsets[term + 1]!; i += 1) {
        const document = segment.documents[i]!;
        if (isDead(document)) continue;
        merged.documents[at] = renumber === undefined ? document : renumber[document]!;
        merged.frequencies[at] = segment.frequencies[i]!;
        at += 1;
      }
    }
    merged.offsets[index + 1] = at;
    index += 1;
    if (index % sliceTerms === 0) yield;
  }
  return merged;
}

const sliceTerms = 2000;
