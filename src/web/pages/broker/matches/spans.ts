import type { NeedMatch } from '../../../api/matches.ts';
import type { Span } from '../../../kit/passages.tsx';

type Reasons = NeedMatch['reasons'];

/** Passages of shared single characters are left out: they would mark half of the text. */
const shown = (reasons: Reasons) => reasons.filter(({ kind }) => kind !== 'characters');

/** The need's passages in one of its fields. */
export const needSpansIn = (reasons: Reasons, field: string): Span[] =>
  shown(reasons).flatMap(({ needSpans }) => needSpans.filter((span) => span.field === field));

/** The capability's passages in one of its fields: `title`, `abstract`, `keywords.0`. */
export const capabilitySpansIn = (reasons: Reasons, field: string): Span[] =>
  shown(reasons).flatMap(({ capabilitySpans }) =>
    capabilitySpans.filter((span) => span.field === field),
  );
