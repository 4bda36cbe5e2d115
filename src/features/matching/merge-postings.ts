import type { Postings } from './postings.ts';

/** New number of each document of one segment; −1 for one that is left out. */
export type Renumbering = Int32Array;

/** About a millisecond of merging. */
const sliceWork = 200_000;

/**
 * Merges neighbouring segments in order. A generator, so that other work comes in between;
 * what it reads never changes.
 */
export function* mergePostings(
  parts: readonly Postings[],
  renumberings: readonly Renumbering[],
  documents: number,
): Generator<void, Postings> {
  const room = parts.reduce((sum, part) => sum + part.entries.length, 0);
  const termRoom = parts.reduce((sum, part) => sum + part.terms.length, 0);
  const terms = new Uint32Array(termRoom);
  const offsets = new Uint32Array(termRoom + 1);
  const entries = new Uint32Array(room);
  const heads = parts.map(() => 0);
  let distinct = 0;
  let at = 0;
  let work = 0;
  for (;;) {
    const term = leastTerm(parts, heads);
    if (term === undefined) break;
    const start = at;
    for (let p = 0; p < parts.length; p += 1) {
      const part = parts[p]!;
      const head = heads[p]!;
      if (part.terms[head] !== term) continue;
      work += part.offsets[head + 1]! - part.offsets[head]!;
      at = copyLive(part, head, renumberings[p]!, entries, at);
      heads[p] = head + 1;
    }
    work += 10;
    if (at > start) {
      terms[distinct] = term;
      distinct += 1;
      offsets[distinct] = at;
    }
    if (work > sliceWork) {
      work = 0;
      yield;
    }
  }
  return {
    terms: terms.slice(0, distinct),
    offsets: offsets.slice(0, distinct + 1),
    entries: at === room ? entries : entries.slice(0, at),
    lengths: mergeLengths(parts, renumberings, documents),
  };
}

function leastTerm(parts: readonly Postings[], heads: readonly number[]): number | undefined {
  let least: number | undefined;
  for (let p = 0; p < parts.length; p += 1) {
    const term = parts[p]!.terms[heads[p]!];
    if (term !== undefined && (least === undefined || term < least)) least = term;
  }
  return least;
}

function copyLive(
  from: Postings,
  term: number,
  renumbering: Renumbering,
  to: Uint32Array,
  start: number,
): number {
  const end = from.offsets[term + 1]!;
  let at = start;
  for (let i = from.offsets[term]!; i < end; i += 1) {
    const entry = from.entries[i]!;
    const document = renumbering[entry >>> 8]!;
    if (document < 0) continue;
    to[at] = (document << 8) | (entry & 255);
    at += 1;
  }
  return at;
}

function mergeLengths(
  parts: readonly Postings[],
  renumberings: readonly Renumbering[],
  documents: number,
): Uint16Array {
  const lengths = new Uint16Array(documents);
  parts.forEach((part, p) => {
    const renumbering = renumberings[p]!;
    for (let old = 0; old < renumbering.length; old += 1) {
      const document = renumbering[old]!;
      if (document >= 0) lengths[document] = part.lengths[old]!;
    }
  });
  return lengths;
}
