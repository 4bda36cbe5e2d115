import type { Wording } from './bilingual-table.ts';
import { findTerms, type Script } from './find-terms.ts';
import type { IndexedTerms } from './indexed-terms.ts';
import { rarityOf } from './rarity.ts';
import type { Space } from './spaces.ts';
import type { Tokens } from './tokens.ts';
import { indexTuning } from './tuning.ts';

/** A term of a query, and what says the same in the other language; nothing, where that is unknown. */
export type TranslatedTerm = {
  key: string;
  weight: number;
  own: Wording;
  others: readonly Wording[];
  into: Script;
};

/**
 * A query in the words of the other language. Terms that cannot be said there count among what is
 * missed, so that a document's share is that of the whole query.
 */
export type Translations = {
  terms: readonly TranslatedTerm[];
  /** Less for an English query: in its own language it has neither pairs nor characters to score by. */
  reach: number;
};

export const noTranslations: Translations = { terms: [], reach: 1 };

/** What a document that says all of a query in the other language would be worth. */
export const bestTranslated = ({ terms }: Pick<Translations, 'terms'>): number =>
  terms.reduce((sum, { weight }) => sum + weight, 0);

const reachWithoutCharacters = 1 / 2;

/** The texts of a query; a term counts by the root of how often it is said, as words do. */
export function translate(texts: readonly Tokens[]): Translations {
  const terms = new Map<string, TranslatedTerm>();
  const count = (term: Omit<TranslatedTerm, 'weight'>) => {
    const weight = (terms.get(term.key)?.weight ?? 0) + 1;
    terms.set(term.key, { ...term, weight });
  };
  for (const tokens of texts) {
    const { found, rest } = findTerms(tokens);
    for (const { start, end, ...term } of found) count(term);
    for (const word of rest) {
      count({ key: word, own: [{ space: 'words', term: word }], others: [], into: 'latin' });
    }
  }
  const hasCharacters = texts.some(({ characters }) => characters.length > 0);
  return {
    terms: [...terms.values()].map((term) => ({ ...term, weight: Math.sqrt(term.weight) })),
    reach: hasCharacters ? 1 : reachWithoutCharacters,
  };
}

/** What a query's terms are worth, by how rare each is in both languages; wordings of no document go. */
export function weighTranslations(
  { terms, reach }: Translations,
  documents: number,
  leastRarity: number,
  frequency: (space: Space, term: string | number) => number,
): Translations {
  const saying = (wording: Wording) =>
    Math.min(...wording.map(({ space, term }) => frequency(space, term)));
  return {
    reach,
    terms: terms.map((term) => {
      let sum = saying(term.own);
      const others = term.others.filter((one) => {
        const count = saying(one);
        sum += count;
        return count > 0;
      });
      const found = Math.min(documents, sum);
      const rarity = rarityOf(documents, found);
      // What nobody here says in either language is missed, as in the spaces.
      const weight = found > 0 && rarity <= leastRarity ? 0 : term.weight * rarity;
      return { ...term, others, weight };
    }),
  };
}

/** Chinese has more characters than words, whatever Latin names stand in it. */
export const scriptOf = (words: number, characters: number): Script =>
  characters > words ? 'chinese' : 'latin';

/** The share of a query's weight that a document says in the other language, by the rules of words. */
export function translatedCoverage(
  document: IndexedTerms,
  translations: Translations,
  meanLength: number,
): number {
  const best = bestTranslated(translations);
  if (best === 0) return 0;
  const { k1, b } = indexTuning.words;
  const script = scriptOf(document.words.length, document.characters.length);
  const norm = k1 * (1 - b + (b * document.words.length) / Math.max(1, meanLength));
  let sum = 0;
  for (const { weight, others, into } of translations.terms) {
    if (into !== script) continue;
    const frequency = Math.max(0, ...others.map((wording) => frequencyOf(document, wording)));
    if (frequency > 0) sum += (weight * frequency) / (frequency + norm);
  }
  return (translations.reach * sum) / best;
}

function frequencyOf(document: IndexedTerms, wording: Wording): number {
  return Math.min(
    ...wording.map(({ space, term }) => {
      const frequencies: ReadonlyMap<string | number, number> = document[space].frequencies;
      return Math.min(255, frequencies.get(term) ?? 0);
    }),
  );
}
