import { bilingualAerospace } from './bilingual-aerospace.ts';
import { bilingualAgriculture } from './bilingual-agriculture.ts';
import { bilingualCity } from './bilingual-city.ts';
import { bilingualElectronics } from './bilingual-electronics.ts';
import { bilingualEnergy } from './bilingual-energy.ts';
import { bilingualEnvironment } from './bilingual-environment.ts';
import { bilingualMaking } from './bilingual-making.ts';
import { bilingualMaterials } from './bilingual-materials.ts';
import { bilingualMedicine } from './bilingual-medicine.ts';
import { bilingualPapers } from './bilingual-papers.ts';
import { bilingualProperties } from './bilingual-properties.ts';
import { bilingualScience } from './bilingual-science.ts';
import { bilingualTransport } from './bilingual-transport.ts';
import type { Space } from './spaces.ts';
import { type Tokens, tokenise } from './tokens.ts';

/** A token as an index holds it. */
export type TermKey = { space: Space; term: string | number };

/** One way of saying something: all of its tokens must be there. */
export type Wording = readonly TermKey[];

/** Wordings in the other language, by a Chinese term or by English words joined by blanks. */
export type BilingualTable = ReadonlyMap<string, readonly Wording[]>;

const sources = [
  bilingualProperties,
  bilingualMaking,
  bilingualMaterials,
  bilingualElectronics,
  bilingualAerospace,
  bilingualEnergy,
  bilingualEnvironment,
  bilingualMedicine,
  bilingualAgriculture,
  bilingualTransport,
  bilingualCity,
  bilingualScience,
  bilingualPapers,
];

let table: BilingualTable | undefined;

/** Technical terms of both languages, read from their lists when the first text comes. */
export function bilingualTable(): BilingualTable {
  table ??= readTable(sources);
  return table;
}

/** Rows of `腐蚀 生锈 = corrosion, rust`: everything on one side may stand for all on the other. */
function readTable(texts: readonly string[]): BilingualTable {
  const read = new Map<string, Wording[]>();
  const add = (key: string, wordings: readonly Wording[]) => {
    read.set(key, [...(read.get(key) ?? []), ...wordings]);
  };
  for (const row of texts.flatMap((text) => text.split('\n'))) {
    const [chinese, english] = row.split(' = ');
    if (chinese === undefined || english === undefined) continue;
    const terms = chinese.split(' ');
    const words = english.split(', ').map((term) => tokensOf(term).words);
    for (const term of terms) add(term, words.map(wordingOfWords));
    for (const some of words) add(some.join(' '), terms.map(chineseWording));
  }
  return read;
}

/** Cut as texts are, but for what joins parts (carbon-fibre): a text has the parts in any case. */
function tokensOf(term: string): Tokens {
  const parted = term.replace(/(?<=\w\w)-(?=\w\w)/g, ' ');
  return tokenise(parted, { cut: (text) => [text], addTerms: () => {} });
}

const wordingOfWords = (words: readonly string[]): Wording =>
  words.map((term) => ({ space: 'words', term }));

/** By its pairs, so that it is found however the words of a text were cut. */
export function chineseWording(term: string): Wording {
  const { bigrams, characters } = tokensOf(term);
  if (bigrams.length > 0) return bigrams.map((pair) => ({ space: 'bigrams', term: pair }));
  return characters.map((unit) => ({ space: 'characters', term: unit }));
}

export const englishWording = (key: string): Wording => wordingOfWords(key.split(' '));
