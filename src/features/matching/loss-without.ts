import type { AnalysedText } from './analyse.ts';
import type { CollectionStatistics } from './candidate-index.ts';
import { indexedTerms } from './indexed-terms.ts';
import type { Span } from './passages.ts';
import type { Segmenter } from './segmenter.ts';
import type { LossWithout } from './text-reasons.ts';
import { scoreTerms, type TextPart, textParts } from './text-scores.ts';
import { indexTuning } from './tuning.ts';

/**
 * Scores a capability's text again without some passages, as the index would: what its words are
 * cut into once a neighbour is gone, only cutting them again tells.
 */
export function createLossWithout(
  capability: AnalysedText,
  statistics: CollectionStatistics,
  shareOf: (part: TextPart) => number,
  segmenter: Segmenter,
): LossWithout {
  const scores = (gone: readonly Span[]) => {
    const texts = capability.fields.map(({ field, text }) => ({
      field,
      text: blanked(
        text,
        gone.filter((span) => span.field === field),
      ),
    }));
    const of = (name: string) => texts.filter(({ field }) => field.startsWith(name));
    const document = {
      title: of('title')[0]?.text ?? '',
      keywords: of('keywords').map(({ text }) => text),
      body: of('abstract')[0]?.text ?? '',
    };
    return scoreTerms(indexedTerms(document, indexTuning.fields, segmenter), statistics);
  };
  const whole = scores([]);
  return (passages) => {
    const rest = scores(passages);
    return textParts.reduce((sum, part) => {
      if (whole[part] === 0) return sum;
      return sum + shareOf(part) * (1 - rest[part] / whole[part]);
    }, 0);
  };
}

/** Commas in their place, so that what stood on either side does not come to touch. */
export function blanked(text: string, spans: readonly Span[]): string {
  let rest = text;
  for (const { start, end } of spans) {
    rest = rest.slice(0, start) + '，'.repeat(end - start) + rest.slice(end);
  }
  return rest;
}
