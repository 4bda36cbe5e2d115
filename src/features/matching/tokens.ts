import { stemmer } from 'stemmer';
import type { Segmenter } from './segmenter.ts';
import { isStopCharacter } from './stop-words.ts';

/** Tokens of one text as parallel arrays; positions are UTF-16 code units of the original text. */
export type Tokens = {
  words: string[];
  wordStarts: number[];
  wordEnds: number[];
  /** Pairs of neighbouring Chinese characters (`bigramOf`), each two code units long. */
  bigrams: number[];
  bigramStarts: number[];
  /** Single Chinese characters: shop-floor words and paper words share them when they share nothing else. */
  characters: number[];
  characterStarts: number[];
};

/** A run of Chinese characters, or of letters and digits with the joints found inside names (C++, PM2.5, 45#). */
const letter = '(?!\\p{Script=Han})[\\p{L}\\p{N}]';
const run = new RegExp(
  `(\\p{Script=Han}+)|${letter}(?:${letter}|\\p{M}|[-_.+/](?=${letter}))*[+#]*`,
  'gu',
);

/**
 * Chinese words and character pairs, Latin words and numbers, in the order of the text. Case and
 * full or half width are levelled (NFKC) in the terms, never in the positions.
 */
export function tokenise(text: string, segmenter: Segmenter): Tokens {
  const tokens = emptyTokens();
  const han: string[] = [];
  const hanStarts: number[] = [];
  for (const match of text.matchAll(run)) {
    if (match[1] === undefined) addLatin(tokens, match[0], match.index);
    else {
      han.push(match[1]);
      hanStarts.push(match.index);
      addCharacters(tokens, match[1], match.index);
    }
  }
  addChineseWords(tokens, han, hanStarts, segmenter);
  return tokens;
}

function emptyTokens(): Tokens {
  return {
    words: [],
    wordStarts: [],
    wordEnds: [],
    bigrams: [],
    bigramStarts: [],
    characters: [],
    characterStarts: [],
  };
}

/** One native call for all runs: the line break between them keeps words from crossing a gap. */
function addChineseWords(tokens: Tokens, runs: string[], starts: number[], segmenter: Segmenter) {
  if (runs.length === 0) return;
  let index = 0;
  let position = starts[0]!;
  for (const word of segmenter.cut(runs.join('\n'))) {
    if (word === '\n') {
      index += 1;
      position = starts[index]!;
      continue;
    }
    tokens.words.push(word);
    tokens.wordStarts.push(position);
    position += word.length;
    tokens.wordEnds.push(position);
  }
}

function addLatin(tokens: Tokens, raw: string, start: number) {
  const plain = raw.normalize('NFKC').toLowerCase();
  // A bare number is no search term: quantities are compared, not looked up.
  if (plain.length > 40 || /^[\d.,/-]+$/.test(plain)) return;
  tokens.words.push(wordOf(plain));
  tokens.wordStarts.push(start);
  tokens.wordEnds.push(start + raw.length);
  const parts = plain.split(/[-_./+]/).filter((part) => part.length > 1 && !/^\d+$/.test(part));
  if (parts.length < 2) return;
  for (const part of parts) {
    tokens.words.push(wordOf(part));
    tokens.wordStarts.push(start);
    tokens.wordEnds.push(start + raw.length);
  }
}

/** English words without their endings; names with digits or joints (LiFePO4, C++) as they are. */
function wordOf(plain: string): string {
  return /^[a-z]{4,}$/.test(plain) ? stemmer(plain) : plain;
}

function addCharacters(tokens: Tokens, runText: string, start: number) {
  let previous = 0;
  for (let i = 0; i < runText.length; i += 1) {
    const unit = runText.charCodeAt(i);
    // Stop characters and the rare ones beyond 16 bits break the chain of pairs.
    if (isStopCharacter(unit) || (unit >= 0xd800 && unit <= 0xdfff)) {
      previous = 0;
      continue;
    }
    tokens.characters.push(unit);
    tokens.characterStarts.push(start + i);
    if (previous !== 0) {
      tokens.bigrams.push(bigramOf(previous, unit));
      tokens.bigramStarts.push(start + i - 1);
    }
    previous = unit;
  }
}

/**
 * Two Chinese characters in 30 bits, so that a bigram is a small integer: unique within
 * U+3400–U+9FFF, where fewer than 2^15 characters lie.
 */
export function bigramOf(first: number, second: number): number {
  return ((first & 0x7fff) << 15) | (second & 0x7fff);
}
