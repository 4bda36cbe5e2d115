import type { AnalysedText } from './analyse.ts';
import type { CandidateQuery } from './candidate-index.ts';
import { occurrences } from './passages.ts';

const before = 30;
const length = 120;

/** The stretch of a text around what a query finds in it first and best; its start when nothing. */
export function snippetOf(text: AnalysedText, weights: CandidateQuery): string {
  const field = text.fields.at(-1);
  if (field === undefined) return '';
  let best: { start: number; weight: number } | undefined;
  for (const space of ['words', 'bigrams', 'characters'] as const) {
    const worth: ReadonlyMap<string | number, number> = weights[space];
    const found = occurrences([field], space, (term) => worth.has(term));
    for (const [term, spans] of found) {
      const weight = worth.get(term)!;
      const { start } = spans[0]!;
      if (best === undefined || weight > best.weight) best = { start, weight };
    }
    // A single character is a place to look only when no word or pair was found.
    if (best !== undefined) break;
  }
  return cut(field.text, Math.max(0, (best?.start ?? 0) - before));
}

/** A window of whole characters, with dots where something is left out. */
function cut(text: string, from: number): string {
  const start = isLowSurrogate(text, from) ? from - 1 : from;
  const end = Math.min(text.length, start + length);
  const stop = isLowSurrogate(text, end) ? end - 1 : end;
  const middle = text.slice(start, stop).replace(/\s+/g, ' ').trim();
  return `${start > 0 ? '…' : ''}${middle}${stop < text.length ? '…' : ''}`;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
