import { bilingualTable, chineseWording, englishWording, type Wording } from './bilingual-table.ts';
import { isStopWord } from './stop-words.ts';
import type { Tokens } from './tokens.ts';

/** A term of a text that the other language has wordings for. */
export type FoundTerm = {
  /** As the table has it. */
  key: string;
  /** Positions in UTF-16 code units of the text. */
  start: number;
  end: number;
  own: Wording;
  others: readonly Wording[];
  into: Script;
};

/** The script that a text is mostly written in. */
export type Script = 'chinese' | 'latin';

const longestChinese = 8;
const mostWords = 5;

const isChinese = (word: string) => word.charCodeAt(0) >= 0x2e80;

/**
 * The terms of a text that can be said in the other language, the longest first at every place, and
 * the words that no term covers.
 */
export function findTerms(tokens: Tokens): { found: FoundTerm[]; rest: string[] } {
  const found: FoundTerm[] = [];
  const rest: string[] = [];
  for (let at = 0; at < tokens.words.length; ) {
    const word = tokens.words[at]!;
    const count = longestAt(tokens, at);
    const inside = count === 0 && isChinese(word) ? insideWord(word, tokens.wordStarts[at]!) : [];
    if (count > 0) found.push(termAt(tokens, at, count));
    else if (inside.length > 0) found.push(...inside);
    else if (!isStopWord(word)) rest.push(word);
    at += Math.max(1, count);
  }
  return { found, rest };
}

/** How many words from here on make the longest term; 0 when none begins here. */
function longestAt({ words, wordStarts, wordEnds }: Tokens, at: number): number {
  const chinese = isChinese(words[at]!);
  let longest = 0;
  let joined = '';
  for (let count = 1; count <= mostWords && at + count <= words.length; count += 1) {
    const last = at + count - 1;
    if (count > 1 && chinese && wordStarts[last] !== wordEnds[last - 1]) break;
    joined += chinese || count === 1 ? words[last] : ` ${words[last]}`;
    if (chinese && joined.length > longestChinese) break;
    if (bilingualTable().has(joined) && !isGrammar(joined)) longest = count;
  }
  return longest;
}

/** A single Chinese character is no stop word here: 锈 by itself is a term. */
const isGrammar = (term: string) => isStopWord(term) && !(term.length === 1 && isChinese(term));

function termAt({ words, wordStarts, wordEnds }: Tokens, at: number, count: number): FoundTerm {
  const chinese = isChinese(words[at]!);
  const key = words.slice(at, at + count).join(chinese ? '' : ' ');
  const start = wordStarts[at]!;
  return { ...sidesOf(key), start, end: wordEnds[at + count - 1]! };
}

/** 压铸 in 铝压铸件, where the whole is no term. */
function insideWord(word: string, wordStart: number): FoundTerm[] {
  const found: FoundTerm[] = [];
  for (let at = 0; at + 2 <= word.length; ) {
    let length = Math.min(longestChinese, word.length - at);
    while (length >= 2 && !bilingualTable().has(word.slice(at, at + length))) length -= 1;
    if (length >= 2) {
      const key = word.slice(at, at + length);
      found.push({ ...sidesOf(key), start: wordStart + at, end: wordStart + at + length });
    }
    at += length >= 2 ? length : 1;
  }
  return found;
}

function sidesOf(key: string): Pick<FoundTerm, 'key' | 'own' | 'others' | 'into'> {
  const others = bilingualTable().get(key)!;
  return isChinese(key)
    ? { key, own: chineseWording(key), others, into: 'latin' }
    : { key, own: englishWording(key), others, into: 'chinese' };
}
