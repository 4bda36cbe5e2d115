import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { domainTerms } from './domain-terms.ts';

export type Segmenter = {
  /** Words in order; their concatenation is the text given. */
  cut(text: string): string[];
  /** Adds words that the general dictionary cuts apart (product names, a district's trades). */
  addTerms(terms: readonly string[]): void;
};

/**
 * Jieba with the general dictionary and the trade words that it lacks. The dictionary takes about
 * 0.2 s and 60 MB, so it is loaded when the first text comes.
 */
export function createSegmenter(extraTerms: readonly string[] = []): Segmenter {
  let loaded: Jieba | undefined;
  const waiting = [...domainTerms, ...extraTerms];

  function jieba(): Jieba {
    loaded ??= Jieba.withDict(dict);
    if (waiting.length > 0) loaded.loadDict(Buffer.from(entriesOf(waiting.splice(0))));
    return loaded;
  }

  return {
    cut: (text) => jieba().cut(text, true),
    addTerms: (terms) => {
      waiting.push(...terms);
    },
  };
}

function entriesOf(terms: readonly string[]): string {
  const whole = terms.filter((term) => /^[^\s]{2,40}$/u.test(term));
  return whole.map((term) => `${term} 200 n\n`).join('');
}
