import type { TermKey, Wording } from './bilingual-table.ts';
import type { DocumentFrequencies } from './document-frequencies.ts';
import type { Dictionaries, Segment } from './index-segment.ts';
import { findTerm } from './postings.ts';
import { leastRarity } from './query-plan.ts';
import type { Space } from './spaces.ts';
import { bestTranslated, scriptOf, type Translations, weighTranslations } from './translations.ts';
import { indexTuning } from './tuning.ts';

/** A query's translations as one index weighs them, with the numbers of their terms there. */
export type TranslationPlan = {
  weighted: Translations;
  numberOf: (key: TermKey) => number;
  best: number;
};

export function planTranslations(
  translations: Translations,
  dictionaries: Pick<Dictionaries, Space>,
  frequencies: DocumentFrequencies,
  live: number,
): TranslationPlan {
  const numberOf = ({ space, term }: TermKey) =>
    space === 'words'
      ? dictionaries.words.find(term as string)
      : dictionaries[space].find(term as number);
  const frequency = (space: Space, term: string | number) =>
    frequencies.of(space, numberOf({ space, term }));
  const documents = frequencies.documents();
  const least = leastRarity('words', live);
  const weighted = weighTranslations(translations, documents, least, frequency);
  return { weighted, numberOf, best: bestTranslated(weighted) };
}

/** Adds to one segment's documents the share that they say in the other language. */
export function scoreTranslations(
  { weighted, numberOf, best }: TranslationPlan,
  segment: Segment,
  meanLength: number,
  scores: Float32Array,
): void {
  const { k1, b } = indexTuning.words;
  const factor = (indexTuning.translatedShare * weighted.reach) / (best || 1);
  const words = segment.postings.words.lengths;
  const characters = segment.postings.characters.lengths;
  for (const { weight, others, into } of weighted.terms) {
    if (weight === 0) continue;
    for (const [document, frequency] of mostIn(segment, others, numberOf)) {
      if (scriptOf(words[document]!, characters[document]!) !== into) continue;
      const norm = k1 * (1 - b + (b * words[document]!) / meanLength);
      scores[document]! += (factor * weight * frequency) / (frequency + norm);
    }
  }
}

/** By document, how often the wording is there that is there most. */
function mostIn(
  segment: Segment,
  wordings: readonly Wording[],
  numberOf: TranslationPlan['numberOf'],
): Map<number, number> {
  const most = new Map<number, number>();
  for (const wording of wordings) {
    for (const entry of entriesOf(segment, wording, numberOf)) {
      const document = entry >>> 8;
      const frequency = entry & 255;
      if (frequency > (most.get(document) ?? 0)) most.set(document, frequency);
    }
  }
  return most;
}

const nowhere = new Uint32Array(0);

/** The documents that hold all tokens of a wording, packed as postings are. */
function entriesOf(
  { postings }: Segment,
  wording: Wording,
  numberOf: TranslationPlan['numberOf'],
): Uint32Array {
  let all: Uint32Array | undefined;
  for (const key of wording) {
    const { [key.space]: some } = postings;
    const number = numberOf(key);
    const at = number < 0 ? -1 : findTerm(some, number);
    if (at < 0) return nowhere;
    const entries = some.entries.subarray(some.offsets[at], some.offsets[at + 1]);
    all = all === undefined ? entries : inBoth(all, entries);
  }
  return all ?? nowhere;
}

function inBoth(one: Uint32Array, other: Uint32Array): Uint32Array {
  const both = new Uint32Array(Math.min(one.length, other.length));
  let size = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [a, b] = [one[i]!, other[j]!];
    if (a >>> 8 === b >>> 8) both[size++] = Math.min(a, b);
    if (a >>> 8 <= b >>> 8) i += 1;
    if (b >>> 8 <= a >>> 8) j += 1;
  }
  return both.subarray(0, size);
}
