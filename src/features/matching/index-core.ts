import type {
  CandidateAnswer,
  CandidateDocument,
  CandidateQuery,
  CandidateSearch,
  CollectionStatistics,
} from './candidate-index.ts';
import { createCollector, type Scores } from './collect-candidates.ts';
import { createDocumentFrequencies } from './document-frequencies.ts';
import { createFilterCache } from './filter-cache.ts';
import type { Script } from './find-terms.ts';
import {
  bury,
  createSegmentBuilder,
  type Dictionaries,
  mergeDue,
  mergeSegments,
  type Place,
  type Segment,
} from './index-segment.ts';
import type { IndexedTerms } from './indexed-terms.ts';
import { largestSegment } from './postings.ts';
import { findQuantities } from './quantities.ts';
import { planSpace, scoreSpace, weightsOf } from './query-plan.ts';
import { type PerSpace, spaces } from './spaces.ts';
import { createNumberDictionary, createWordDictionary } from './term-dictionary.ts';
import { planTranslations, scoreTranslations } from './translation-plan.ts';
import { scriptOf } from './translations.ts';

export type IndexCore = ReturnType<typeof createIndexCore>;

/** What a core is made of, and what a snapshot holds. */
export type IndexContent = { dictionaries: Dictionaries; segments: Segment[] };

/** Fresh documents in one segment at most: sealing them takes a few milliseconds. */
const sealAt = 512;

const noContent = (): IndexContent => ({
  dictionaries: {
    words: createWordDictionary(),
    bigrams: createNumberDictionary(),
    characters: createNumberDictionary(),
    names: createWordDictionary(),
  },
  segments: [],
});

/** The documents of one collection and their postings, without files or waiting. */
export function createIndexCore(
  read: (document: CandidateDocument) => IndexedTerms,
  content = noContent(),
) {
  const { dictionaries } = content;
  let { segments } = content;
  const places = new Map<string, Place>();
  /** Sums of the live documents' weighted lengths. */
  const lengths: PerSpace<number> = { words: 0, bigrams: 0, characters: 0 };
  const frequencies = createDocumentFrequencies(segments);
  const builder = createSegmentBuilder(dictionaries);
  const filterOf = createFilterCache(dictionaries.names);
  let scores = accumulators(1024);

  for (const segment of segments) {
    segment.places.forEach((place, at) => {
      if (segment.dead[at] === 1) return;
      places.set(segment.table.ids[at]!, place);
      countLengths(segment, at, 1);
    });
  }

  function countLengths({ postings }: Segment, at: number, sign: 1 | -1) {
    for (const name of spaces) lengths[name] += sign * postings[name].lengths[at]!;
  }

  /** Makes what was added searchable. */
  function seal() {
    if (builder.size() === 0) return;
    const segment = builder.seal();
    segments = [...segments, segment];
    frequencies.add(segment);
    for (let at = 0; at < segment.places.length; at += 1) countLengths(segment, at, 1);
  }

  function sealedPlace(id: string): (Place & { segment: Segment }) | undefined {
    const place = places.get(id);
    if (place !== undefined && place.segment === undefined) seal();
    return place as (Place & { segment: Segment }) | undefined;
  }

  function remove(id: string) {
    const place = sealedPlace(id);
    if (place === undefined) return;
    places.delete(id);
    countLengths(place.segment, place.at, -1);
    bury(place);
  }

  const meansOf = (): PerSpace<number> => {
    const mean = (sum: number) => Math.max(1, sum / Math.max(1, places.size));
    const { words, bigrams, characters } = lengths;
    return { words: mean(words), bigrams: mean(bigrams), characters: mean(characters) };
  };

  function plan({ words, bigrams, characters, translations }: CandidateQuery) {
    const live = places.size;
    return {
      words: planSpace('words', words, dictionaries.words, frequencies, live),
      bigrams: planSpace('bigrams', bigrams, dictionaries.bigrams, frequencies, live),
      characters: planSpace('characters', characters, dictionaries.characters, frequencies, live),
      translations: planTranslations(translations, dictionaries, frequencies, live),
    };
  }

  return {
    remove,
    /** The same or an older revision changes nothing, whatever the order of the jobs. */
    upsert(document: CandidateDocument) {
      const known = sealedPlace(document.id);
      if (known && known.segment.table.revisions[known.at]! >= document.revision) return;
      const terms = read(document);
      const quantities = findQuantities(document.body);
      remove(document.id);
      places.set(document.id, builder.add(document, terms, quantities));
      if (builder.size() >= sealAt) seal();
    },
    seal,
    search({ query, filters, ...wanted }: CandidateSearch): CandidateAnswer {
      seal();
      const plans = plan(query);
      const means = meansOf();
      const openOf = filterOf(filters);
      const collector = createCollector(segments, dictionaries.names.keys(), wanted);
      const most = Math.max(0, ...segments.map((segment) => segment.places.length));
      if (scores.words.length < most) scores = accumulators(Math.min(largestSegment, 2 * most));
      let total = 0;
      for (const [s, segment] of segments.entries()) {
        for (const name of spaces) {
          scores[name].fill(0, 0, segment.places.length);
          scoreSpace(name, plans[name], segment, means[name], scores);
        }
        scores.translated.fill(0, 0, segment.places.length);
        scoreTranslations(plans.translations, segment, means.words, scores.translated);
        total += collector.collect(s, scores, openOf(segment));
      }
      return { items: collector.candidates(), total, facets: collector.facets };
    },
    statistics(query: CandidateQuery): CollectionStatistics {
      seal();
      const { words, bigrams, characters, translations } = plan(query);
      return {
        weights: {
          words: weightsOf(words),
          bigrams: weightsOf(bigrams),
          characters: weightsOf(characters),
          translations: translations.weighted,
        },
        best: { words: words.best, bigrams: bigrams.best, characters: characters.best },
        means: meansOf(),
      };
    },
    scriptOf(id: string): Script | undefined {
      const place = sealedPlace(id);
      if (place === undefined) return undefined;
      const { words, characters } = place.segment.postings;
      return scriptOf(words.lengths[place.at]!, characters.lengths[place.at]!);
    },
    count: () => places.size,
    *revisions() {
      for (const id of places.keys()) {
        const { segment, at } = sealedPlace(id)!;
        yield { id, revision: segment.table.revisions[at]! };
      }
    },
    /** Merges what is due; run to the end a slice at a time. */
    *tidy() {
      for (let due = mergeDue(segments); due !== undefined; due = mergeDue(segments)) {
        const { from, count } = due;
        const parts = segments.slice(from, from + count);
        const merged = yield* mergeSegments(parts);
        // Documents that came in while merging lie behind the ones merged.
        const kept = merged.places.length === 0 ? [] : [merged];
        segments = [...segments.slice(0, from), ...kept, ...segments.slice(from + count)];
        parts.forEach(frequencies.remove);
        kept.forEach(frequencies.add);
      }
    },
    /** Shares memory with the core; of it, only what is dead may change later. */
    content(): IndexContent {
      seal();
      return { dictionaries, segments };
    },
  };
}

const accumulators = (documents: number): Scores => ({
  words: new Float32Array(documents),
  bigrams: new Float32Array(documents),
  characters: new Float32Array(documents),
  translated: new Float32Array(documents),
});
