import type { CandidateDocument, CandidateQuery } from './candidate-index.ts';
import type { Segmenter } from './segmenter.ts';
import { isStopWord } from './stop-words.ts';
import { type Tokens, tokenise } from './tokens.ts';
import { translate } from './translations.ts';

/** How much an occurrence in each field counts; whole numbers, since frequencies are stored in a byte. */
export type FieldWeights = { title: number; keywords: number; body: number };

/** Weighted frequencies of one space, and their sum. */
export type TermCounts<K> = { frequencies: Map<K, number>; length: number };

export type IndexedTerms = {
  words: TermCounts<string>;
  bigrams: TermCounts<number>;
  characters: TermCounts<number>;
};

/** Weighted frequencies of a document's tokens in each space (BM25F before saturation). */
export function indexedTerms(
  document: Pick<CandidateDocument, 'title' | 'keywords' | 'body'>,
  weights: FieldWeights,
  segmenter: Segmenter,
): IndexedTerms {
  const terms: IndexedTerms = { words: noTerms(), bigrams: noTerms(), characters: noTerms() };
  addField(terms, tokenise(document.title, segmenter), weights.title);
  addField(terms, tokenise(document.keywords.join('\n'), segmenter), weights.keywords);
  addField(terms, tokenise(document.body, segmenter), weights.body);
  return terms;
}

const noTerms = <K>(): TermCounts<K> => ({ frequencies: new Map(), length: 0 });

function addField(terms: IndexedTerms, tokens: Tokens, weight: number) {
  addTerms(terms.words, searchWords(tokens), weight);
  addTerms(terms.bigrams, tokens.bigrams, weight);
  addTerms(terms.characters, tokens.characters, weight);
}

function addTerms<K>(counts: TermCounts<K>, found: readonly K[], weight: number) {
  for (const term of found) {
    counts.frequencies.set(term, (counts.frequencies.get(term) ?? 0) + weight);
  }
  counts.length += found.length * weight;
}

const searchWords = (tokens: Tokens) => tokens.words.filter((word) => !isStopWord(word));

/**
 * Texts as one query. A word that a need repeats counts by the root of how often, a character in
 * full: measured so, since a character must be repeated to mean more than chance.
 */
export function queryOf(texts: readonly Tokens[]): CandidateQuery {
  const words: TermCounts<string> = noTerms();
  const bigrams: TermCounts<number> = noTerms();
  const characters: TermCounts<number> = noTerms();
  for (const tokens of texts) {
    addTerms(words, searchWords(tokens), 1);
    addTerms(bigrams, tokens.bigrams, 1);
    addTerms(characters, tokens.characters, 1);
  }
  rooted(words.frequencies);
  if (characters.length > 0) emphasiseLatin(words.frequencies);
  return {
    words: words.frequencies,
    bigrams: rooted(bigrams.frequencies),
    characters: characters.frequencies,
    translations: translate(texts),
  };
}

const latinEmphasis = 3;

/**
 * Among Chinese a Latin word is a name (PVDF, LiFePO4, CAN), and has no characters to count by; in
 * an English capability it is all that such a need can meet.
 */
function emphasiseLatin(words: Map<string, number>) {
  for (const [word, weight] of words) {
    if (word.charCodeAt(0) < 0x2e80) words.set(word, weight * latinEmphasis);
  }
}

function rooted<K>(counts: Map<K, number>): Map<K, number> {
  for (const [term, count] of counts) counts.set(term, Math.sqrt(count));
  return counts;
}
