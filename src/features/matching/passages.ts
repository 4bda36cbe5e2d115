import type { AnalysedField } from './analyse.ts';
import type { Space } from './spaces.ts';

/** A passage of a field, in UTF-16 code units of its original text. */
export type Span = { field: string; start: number; end: number };

/** Where each term of one space stands in a text. */
export function occurrences(
  fields: readonly AnalysedField[],
  space: Space,
  wanted: (term: string | number) => boolean,
): Map<string | number, Span[]> {
  const found = new Map<string | number, Span[]>();
  for (const { field, tokens } of fields) {
    const terms: readonly (string | number)[] = tokens[space];
    for (let i = 0; i < terms.length; i += 1) {
      const term = terms[i]!;
      if (!wanted(term)) continue;
      const [start, end] = boundsOf(tokens, space, i);
      const list = found.get(term);
      if (list === undefined) found.set(term, [{ field, start, end }]);
      else list.push({ field, start, end });
    }
  }
  return found;
}

function boundsOf(tokens: AnalysedField['tokens'], space: Space, i: number): [number, number] {
  if (space === 'words') return [tokens.wordStarts[i]!, tokens.wordEnds[i]!];
  const start = space === 'bigrams' ? tokens.bigramStarts[i]! : tokens.characterStarts[i]!;
  return [start, start + (space === 'bigrams' ? 2 : 1)];
}

/** Overlapping spans joined, in the order of fields and positions; neighbours stay apart. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  const ordered = [...spans].sort((a, b) =>
    a.field === b.field ? a.start - b.start || a.end - b.end : a.field < b.field ? -1 : 1,
  );
  for (const span of ordered) {
    const last = joined.at(-1);
    if (last !== undefined && last.field === span.field && span.start < last.end) {
      last.end = Math.max(last.end, span.end);
    } else joined.push({ ...span });
  }
  return joined;
}

export function covers(outer: Span, inner: Span): boolean {
  return outer.field === inner.field && outer.start <= inner.start && inner.end <= outer.end;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.field === b.field && a.start < b.end && b.start < a.end;
}
