import type { CapabilityStage, ReasonKind } from '../../vocabulary.ts';
import type { AnalysedField, AnalysedText } from './analyse.ts';
import type { CandidateQuery } from './candidate-index.ts';
import { type IndicatorCheck, indicatorText } from './indicators.ts';
import { covers, joinSpans, occurrences, type Span } from './passages.ts';
import type { PartName, Ranked } from './ranker.ts';
import { indexTuning } from './tuning.ts';

export type Reason = {
  kind: ReasonKind;
  /** Its part of the ranker's total, 0–1; the shares of all reasons sum to at most 1. */
  share: number;
  /** A Chinese sentence for the reader. */
  text: string;
  needSpans: Span[];
  capabilitySpans: Span[];
  /** What an `indicator` reason is about. */
  check?: IndicatorCheck;
};

const mostTermReasons = 6;
const spaces = ['words', 'bigrams', 'characters'] as const;

type MatchedTerm = { share: number; needSpans: Span[]; capabilitySpans: Span[] };

/** Why a capability stands where it stands; `weights` are what the need's terms are worth. */
export function explain(
  need: AnalysedText,
  capability: AnalysedText,
  ranked: Pick<Ranked, 'total' | 'parts' | 'checks'> & { stage?: CapabilityStage },
  weights: CandidateQuery,
  /** The capability's long text as its fields name it, and the technology field in Chinese. */
  names: { body: string; technologyField?: string },
): Reason[] {
  if (ranked.total <= 0) return [];
  const share = (part: PartName) => (ranked.parts[part] ?? 0) / ranked.total;
  const matched = spaces.map((space) =>
    matchedTerms(need, capability, space, weights[space], share(space)),
  ) as [Map<string | number, MatchedTerm>, Map<number, MatchedTerm>, Map<number, MatchedTerm>];
  const reasons = textReasons(need.fields, matched);
  if (share('field') > 0) {
    reasons.push(
      plain(
        'field',
        share('field'),
        `技术领域一致${names.technologyField ? `：${names.technologyField}` : ''}`,
      ),
    );
  }
  reasons.push(...indicatorReasons(ranked.checks, share('indicators'), names.body));
  if (share('stage') > 0) {
    const mature = ranked.stage === 'mature';
    reasons.push(plain('stage', share('stage'), mature ? '成果已成熟' : '成果处于中试阶段'));
  }
  return reasons.sort((a, b) => b.share - a.share);
}

const plain = (kind: ReasonKind, share: number, text: string): Reason => ({
  kind,
  share,
  text,
  needSpans: [],
  capabilitySpans: [],
});

/** Each term found on both sides with its share of what its space adds to the score. */
function matchedTerms(
  need: AnalysedText,
  capability: AnalysedText,
  space: (typeof spaces)[number],
  weights: ReadonlyMap<string | number, number>,
  spaceShare: number,
): Map<string | number, MatchedTerm> {
  const matched = new Map<string | number, MatchedTerm>();
  if (spaceShare === 0) return matched;
  const worth = (term: string | number) => (weights.get(term) ?? 0) > 0;
  const inCapability = occurrences(capability.fields, space, worth);
  const inNeed = occurrences(need.fields, space, (term) => inCapability.has(term));
  const { k1 } = indexTuning[space];
  let total = 0;
  for (const [term, needSpans] of inNeed) {
    const capabilitySpans = inCapability.get(term)!;
    const frequency = capabilitySpans.reduce((sum, span) => sum + fieldWeight(span.field), 0);
    const gain = (weights.get(term)! * frequency) / (frequency + k1);
    total += gain;
    matched.set(term, { share: gain, needSpans, capabilitySpans });
  }
  for (const term of matched.values()) term.share *= spaceShare / total;
  return matched;
}

function fieldWeight(field: string): number {
  if (field === 'title') return indexTuning.fields.title;
  return field.startsWith('keywords') ? indexTuning.fields.keywords : indexTuning.fields.body;
}

/** Matched words and pairs that touch in the need become one phrase; single characters come last. */
function textReasons(
  needFields: readonly AnalysedField[],
  [words, bigrams, characters]: [
    Map<string | number, MatchedTerm>,
    Map<number, MatchedTerm>,
    Map<number, MatchedTerm>,
  ],
): Reason[] {
  const long = [...words.values(), ...bigrams.values()];
  const phrases = new Map<string, { span: Span; terms: MatchedTerm[]; share: number }>();
  const passages = joinSpans(long.flatMap(({ needSpans }) => needSpans));
  const textOf = new Map(needFields.map(({ field, text }) => [field, text]));
  for (const span of passages) {
    const text = textOf.get(span.field)!.slice(span.start, span.end);
    if (!phrases.has(text)) phrases.set(text, { span, terms: [], share: 0 });
  }
  const left: MatchedTerm[] = [];
  for (const term of [...long, ...characters.values()]) {
    const home = [...phrases.values()].find(({ span }) =>
      term.needSpans.some((inner) => covers(span, inner)),
    );
    if (home === undefined) left.push(term);
    else {
      home.terms.push(term);
      home.share += term.share;
    }
  }
  const shown = [...phrases]
    .sort(([, a], [, b]) => b.share - a.share)
    .slice(0, mostTermReasons)
    .map(([text, { terms, share }]): Reason => {
      const longTerms = terms.filter(
        ({ needSpans }) => needSpans[0]!.end - needSpans[0]!.start > 1,
      );
      return {
        kind: 'term',
        share,
        text: `需求与成果都提到“${text}”`,
        needSpans: joinSpans(longTerms.flatMap(({ needSpans }) => needSpans)),
        capabilitySpans: joinSpans(longTerms.flatMap(({ capabilitySpans }) => capabilitySpans)),
      };
    });
  const characterReason = reasonFromCharacters(left, textOf);
  return characterReason === undefined ? shown : [...shown, characterReason];
}

/** 锈 in 生锈 and 锈蚀: what two ways of speaking share when they share no word. */
function reasonFromCharacters(
  terms: readonly MatchedTerm[],
  textOf: ReadonlyMap<string, string>,
): Reason | undefined {
  if (terms.length === 0) return undefined;
  const best = [...terms].sort((a, b) => b.share - a.share);
  const shown = best.slice(0, 8);
  const names = shown.map(({ needSpans }) => {
    const { field, start, end } = needSpans[0]!;
    return textOf.get(field)!.slice(start, end);
  });
  return {
    kind: 'characters',
    share: best.reduce((sum, { share }) => sum + share, 0),
    text: `用字相通：${names.join('、')}${best.length > shown.length ? ` 等 ${best.length} 字` : ''}`,
    needSpans: joinSpans(shown.flatMap(({ needSpans }) => needSpans)),
    capabilitySpans: joinSpans(shown.flatMap(({ capabilitySpans }) => capabilitySpans)),
  };
}

function indicatorReasons(
  checks: readonly IndicatorCheck[],
  share: number,
  body: string,
): Reason[] {
  const earned = { met: 1, unknown: 0.5, unmet: 0 };
  const total = checks.reduce((sum, check) => sum + earned[check.satisfaction], 0) || 1;
  return checks.map((check) => {
    const wanted = `指标“${indicatorText(check.indicator)}”`;
    const { stated } = check;
    const given = stated === undefined ? '' : `成果给出 ${stated.value} ${stated.unit}，`;
    const verdict = { met: '满足', unmet: '未满足', unknown: '未说明是否满足' }[check.satisfaction];
    return {
      check,
      ...plain(
        'indicator',
        (share * earned[check.satisfaction]) / total,
        `${wanted}：${given}${verdict}`,
      ),
      capabilitySpans:
        stated === undefined ? [] : [{ field: body, start: stated.start, end: stated.end }],
    };
  });
}
