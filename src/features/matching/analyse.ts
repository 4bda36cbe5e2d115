import type { CandidateQuery } from './candidate-index.ts';
import { queryOf } from './indexed-terms.ts';
import { findQuantities, type Quantity } from './quantities.ts';
import type { Segmenter } from './segmenter.ts';
import { type Tokens, tokenise } from './tokens.ts';

export type AnalysedField = { field: string; text: string; tokens: Tokens; quantities: Quantity[] };

/** A text of several fields, read once for searching, ranking and explaining. */
export type AnalysedText = { fields: AnalysedField[]; readonly query: CandidateQuery };

/** The longest text that is read; what lies beyond is kept in the store but not matched. */
const longestField = 20_000;

export function analyse(
  texts: readonly { field: string; text: string }[],
  segmenter: Segmenter,
): AnalysedText {
  const fields = texts
    .filter(({ text }) => text !== '')
    .map(({ field, text }) => {
      const read = text.slice(0, longestField);
      return { field, text, tokens: tokenise(read, segmenter), quantities: findQuantities(read) };
    });
  let query: CandidateQuery | undefined;
  return {
    fields,
    // Most texts are read to be explained, and never looked for.
    get query() {
      query ??= queryOf(fields.map(({ tokens }) => tokens));
      return query;
    },
  };
}
