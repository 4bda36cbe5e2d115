import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { domainTerms } from './domain-terms.ts';

export type Segmenter = {
  /** Words in order; their concatenation is the text given. */
  cut(text: string): string[];
  /** Adds words that the general dictionary cuts apart (product names, a district's trades). */
  addTerms(terms: readonly string[]): void;
};

/** Jieba with the general dictionary and the trade words that it lacks. Takes about 0.2 s and 60 MB. */
export function createSegmenter(extraTerms: readonly string[] = []): Segmenter {
  const jieba = Jieba.withDict(dict);
  const addTerms = (terms: readonly string[]) => {
    const lines = terms
      .filter((term) => /^[^\s]{2,40}$/u.test(term))
      .map((term) => `${term} 200 n`);
    if (lines.length > 0) jieba.loadDict(Buffer.from(`${lines.join('\n')}\n`));
  };
  addTerms(domainTerms);
  addTerms(extraTerms);
  return { cut: (text) => jieba.cut(text, true), addTerms };
}
