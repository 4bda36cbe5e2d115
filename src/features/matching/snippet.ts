import type { AnalysedText } from './analyse.ts';
import type { CandidateQuery } from './candidate-index.ts';
import { joinSpans, occurrences, type Span } from './passages.ts';
import { spaces } from './spaces.ts';

const before = 30;
const length = 120;

export interface Snippet {
  text: string;
  /** Where the query's words stand in it, in UTF-16 code units. */
  spans: { start: number; end: number }[];
}

/** The stretch of a text around what a query finds in it first and best; its start when nothing. */
export function snippetOf(text: AnalysedText, weights: CandidateQuery): Snippet {
  const field = text.fields.at(-1);
  if (field === undefined) return { text: '', spans: [] };
  let best: { start: number; weight: number } | undefined;
  const hits: Span[] = [];
  for (const space of spaces) {
    const worth: ReadonlyMap<string | number, number> = weights[space];
    const found = occurrences([field], space, (term) => worth.has(term));
    for (const [term, spans] of found) {
      hits.push(...spans);
      const weight = worth.get(term)!;
      const { start } = spans[0]!;
      if (best === undefined || weight > best.weight) best = { start, weight };
    }
    // A single character is a place to look only when no word or pair was found.
    if (best !== undefined && space !== 'words') break;
  }
  for (const { others, weight } of weights.translations.terms) {
    for (const { space, term } of weight > 0 ? others.flat() : []) {
      const spans = occurrences([field], space, (other) => other === term).get(term) ?? [];
      hits.push(...spans);
      if (spans[0] !== undefined) best ??= { start: spans[0].start, weight };
    }
  }
  return cut(field.text, Math.max(0, (best?.start ?? 0) - before), hits);
}

/** A window of whole characters, with dots where something is left out. */
function cut(text: string, from: number, hits: readonly Span[]): Snippet {
  const start = isLowSurrogate(text, from) ? from - 1 : from;
  const end = Math.min(text.length, start + length);
  const stop = isLowSurrogate(text, end) ? end - 1 : end;
  const dots = start > 0 ? '…' : '';
  // One blank for each, so that places in the text stay places in its stretch.
  const middle = text.slice(start, stop).replace(/\s/g, ' ');
  const spans = joinSpans(hits)
    .map((hit) => ({ start: Math.max(hit.start, start), end: Math.min(hit.end, stop) }))
    .filter((hit) => hit.start < hit.end)
    .map((hit) => ({
      start: hit.start - start + dots.length,
      end: hit.end - start + dots.length,
    }));
  return { text: `${dots}${middle}${stop < text.length ? '…' : ''}`, spans };
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
