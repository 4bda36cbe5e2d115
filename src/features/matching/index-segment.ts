import type { CandidateDocument } from './candidate-index.ts';
import { type DocumentTable, mergeTables, tableOf } from './document-table.ts';
import type { IndexedTerms } from './indexed-terms.ts';
import { mergePostings, type Renumbering } from './merge-postings.ts';
import { createPostingsBuilder, largestSegment, type Postings } from './postings.ts';
import type { Quantity } from './quantities.ts';
import type { PerSpace, Space } from './spaces.ts';
import type { NumberDictionary, WordDictionary } from './term-dictionary.ts';

/** Where a document is now; merging moves it. */
export type Place = { segment: Segment | undefined; at: number };

/** A run of documents with all of their postings. Only `dead` and what it counts ever change. */
export type Segment = {
  table: DocumentTable;
  postings: PerSpace<Postings>;
  places: Place[];
  /** 1 for a document that was removed or replaced. */
  dead: Uint8Array;
  deadCount: number;
};

export type Dictionaries = {
  words: WordDictionary;
  bigrams: NumberDictionary;
  characters: NumberDictionary;
  /** Districts and organizations. */
  names: WordDictionary;
};

export function bury({ segment, at }: Place): void {
  segment!.dead[at] = 1;
  segment!.deadCount += 1;
}

/** Gathers documents until they are sealed into a segment. */
export function createSegmentBuilder(dictionaries: Dictionaries) {
  const words = createPostingsBuilder(dictionaries.words);
  const bigrams = createPostingsBuilder(dictionaries.bigrams);
  const characters = createPostingsBuilder(dictionaries.characters);
  let gathered: { document: CandidateDocument; quantities: readonly Quantity[] }[] = [];
  let places: Place[] = [];

  return {
    size: () => places.length,
    /** Answers its place, whose segment is known once it is sealed. */
    add(document: CandidateDocument, terms: IndexedTerms, quantities: readonly Quantity[]) {
      const place: Place = { segment: undefined, at: gathered.push({ document, quantities }) - 1 };
      places.push(place);
      words.add(terms.words);
      bigrams.add(terms.bigrams);
      characters.add(terms.characters);
      return place;
    },
    seal(): Segment {
      const segment: Segment = {
        table: tableOf(gathered, dictionaries.names),
        postings: { words: words.seal(), bigrams: bigrams.seal(), characters: characters.seal() },
        places,
        dead: new Uint8Array(places.length),
        deadCount: 0,
      };
      for (const place of places) place.segment = segment;
      gathered = [];
      places = [];
      return segment;
    },
  };
}

/** Merges neighbouring segments, a slice at a time; the caller puts the result in their place. */
export function* mergeSegments(parts: readonly Segment[]): Generator<void, Segment> {
  const deadBefore = parts.map(({ dead }) => dead.slice());
  let documents = 0;
  const renumberings: Renumbering[] = deadBefore.map((dead) =>
    Int32Array.from(dead, (gone) => (gone === 1 ? -1 : documents++)),
  );
  const merge = (name: Space) =>
    mergePostings(
      parts.map(({ postings }) => postings[name]),
      renumberings,
      documents,
    );
  const postings = {
    words: yield* merge('words'),
    bigrams: yield* merge('bigrams'),
    characters: yield* merge('characters'),
  };
  yield;
  const tables = parts.map(({ table }) => table);
  const places = new Array<Place>(documents);
  const merged: Segment = {
    table: mergeTables(tables, renumberings, documents),
    postings,
    places,
    dead: new Uint8Array(documents),
    deadCount: 0,
  };
  parts.forEach((part, p) => {
    renumberings[p]!.forEach((at, old) => {
      if (at < 0) return;
      const place = part.places[old]!;
      places[at] = place;
      // What died while the postings were merged is dead in the result as well.
      if (part.dead[old] === 1) {
        merged.dead[at] = 1;
        merged.deadCount += 1;
      } else {
        place.segment = merged;
        place.at = at;
      }
    });
  });
  return merged;
}

const mergeFactor = 8;

/**
 * Which neighbours, if any, are to be merged: one that is a quarter dead, or the shortest run at the
 * end of eight or more that no single one makes up, so that no document is copied often.
 */
export function mergeDue(
  segments: readonly Segment[],
): { from: number; count: number } | undefined {
  const decayed = segments.findIndex(({ deadCount, places }) => deadCount * 4 > places.length);
  if (decayed >= 0) return { from: decayed, count: 1 };
  let documents = 0;
  let largest = 0;
  for (let from = segments.length - 1; from >= 0; from -= 1) {
    const size = segments[from]!.places.length;
    documents += size;
    largest = Math.max(largest, size);
    if (documents > largestSegment) return undefined;
    const count = segments.length - from;
    if (count >= mergeFactor && largest * 2 <= documents) return { from, count };
  }
  return undefined;
}
