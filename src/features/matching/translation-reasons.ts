import type { AnalysedText } from './analyse.ts';
import type { Wording } from './bilingual-table.ts';
import type { CollectionStatistics } from './candidate-index.ts';
import { findTerms } from './find-terms.ts';
import { joinSpans, occurrences, type Span } from './passages.ts';

/** A term of the need that the capability says in the other language. */
export type SaidInTranslation = {
  needText: string;
  capabilityText: string;
  needSpans: Span[];
  capabilitySpans: Span[];
  weight: number;
};

/** Pieces of one wording stand this near each other, or they are told apart. */
const near = 3;

/** What both texts say in two languages; `weights` are those of the need's terms. */
export function saidInTranslation(
  need: AnalysedText,
  capability: AnalysedText,
  { weights }: CollectionStatistics,
): SaidInTranslation[] {
  const spoken = termsOf(need);
  return weights.translations.terms.flatMap(({ key, weight, others }) => {
    const needSpans = spoken.get(key);
    const longestFirst = [...others].sort((a, b) => b.length - a.length);
    const said = weight === 0 ? [] : longestFirst.flatMap((one) => passagesOf(capability, one));
    if (needSpans === undefined || said.length === 0) return [];
    return {
      needText: textAt(need, needSpans[0]!),
      capabilityText: wordingAt(capability, said[0]!),
      needSpans: joinSpans(needSpans),
      capabilitySpans: joinSpans(said.flat()),
      weight,
    };
  });
}

function termsOf({ fields }: AnalysedText): Map<string, Span[]> {
  const terms = new Map<string, Span[]>();
  for (const { field, tokens } of fields) {
    for (const { key, start, end } of findTerms(tokens).found) {
      terms.set(key, [...(terms.get(key) ?? []), { field, start, end }]);
    }
  }
  return terms;
}

const textAt = ({ fields }: AnalysedText, { field, start, end }: Span): string =>
  fields.find((one) => one.field === field)!.text.slice(start, end);

/** Where a wording's pieces stand, each list beginning with the first of every piece; none if one lacks. */
function passagesOf({ fields }: AnalysedText, wording: Wording): Span[][] {
  const pieces = wording.map(({ space, term }) => [
    ...occurrences(fields, space, (other) => other === term).values(),
  ]);
  if (pieces.some((found) => found.length === 0)) return [];
  const all = pieces.map(([spans]) => spans!);
  return [all.map(([first]) => first!), all.flatMap((spans) => spans.slice(1))].filter(
    (spans) => spans.length > 0,
  );
}

/** As the capability says it: the stretch of its text where the pieces touch, else piece by piece. */
function wordingAt(capability: AnalysedText, spans: readonly Span[]): string {
  const ordered = [...spans].sort((a, b) => (a.field < b.field ? -1 : a.start - b.start));
  let said = '';
  ordered.forEach((span, i) => {
    const before = ordered[i - 1];
    const touches = before?.field === span.field && span.start - before.end < near;
    if (touches) said += textAt(capability, { ...span, start: Math.min(before.end, span.end) });
    else said += `${i === 0 ? '' : ' '}${textAt(capability, span)}`;
  });
  return said;
}
