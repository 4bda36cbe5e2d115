import type { AnalysedText } from './analyse.ts';
import type { CollectionStatistics } from './candidate-index.ts';
import type { Reason } from './explain.ts';
import { covers, joinSpans, occurrences, overlaps, type Span } from './passages.ts';
import { type Space, spaces } from './spaces.ts';
import { isStopWord } from './stop-words.ts';
import type { TextPart } from './text-scores.ts';
import { saidInTranslation } from './translation-reasons.ts';
import { indexTuning } from './tuning.ts';

const mostPhrases = 6;
const mostCharacters = 8;

/** A term on both sides, and what it adds to the total by itself. */
type Matched = { space: Space; needSpans: Span[]; capabilitySpans: Span[]; gain: number };

/** What the total loses, as a share of it, when some passages of the capability are taken out. */
export type LossWithout = (passages: readonly Span[]) => number;

/** Below this a reason is none. */
const leastShare = 0.002;

/**
 * Reasons from the texts. A share is what the total loses when the capability's passages are taken
 * out and the rest is read again. Passages of different reasons do not overlap, and a term's gain
 * flattens as it repeats, so the shares sum to about what the texts add at most.
 */
export function textReasons(
  need: AnalysedText,
  capability: AnalysedText,
  statistics: CollectionStatistics,
  shareOf: (part: TextPart) => number,
  lossWithout: LossWithout,
): Reason[] {
  const matched = spaces.flatMap((space) =>
    matchedTerms(need, capability, space, statistics, shareOf(space)),
  );
  const textOf = new Map(need.fields.map(({ field, text }) => [field, text]));
  const taken: Span[] = [];
  const reasons: Reason[] = [];
  const phrases = [
    ...phrasesOf(matched, textOf),
    ...phrasesInTranslation(need, capability, statistics, shareOf('translated')),
  ].sort((a, b) => b.gain - a.gain);
  for (const { kind, text, needSpans, capabilitySpans } of phrases) {
    if (reasons.length === mostPhrases) break;
    const free = capabilitySpans.filter((span) => !taken.some((other) => overlaps(span, other)));
    if (free.length === 0) continue;
    const share = lossWithout(free);
    if (share < leastShare) continue;
    taken.push(...free);
    reasons.push({ kind, share, text, needSpans, capabilitySpans: free });
  }
  const characters = reasonFromCharacters(matched, taken, textOf, lossWithout);
  return characters === undefined ? reasons : [...reasons, characters];
}

function matchedTerms(
  need: AnalysedText,
  capability: AnalysedText,
  space: Space,
  statistics: CollectionStatistics,
  spaceShare: number,
): Matched[] {
  if (spaceShare === 0) return [];
  const weights: ReadonlyMap<string | number, number> = statistics.weights[space];
  const worth = (term: string | number) => (weights.get(term) ?? 0) > 0;
  const inCapability = occurrences(capability.fields, space, worth);
  const inNeed = occurrences(need.fields, space, (term) => inCapability.has(term));
  const { k1, b } = indexTuning[space];
  const mean = Math.max(1, statistics.means[space]);
  const norm = k1 * (1 - b + (b * lengthOf(capability, space)) / mean);
  const raw = [...inNeed].map(([term, needSpans]) => {
    const capabilitySpans = inCapability.get(term)!;
    const frequency = frequencyOf(capabilitySpans);
    const gain = (weights.get(term)! * frequency) / (frequency + norm);
    return { space, needSpans, capabilitySpans, gain };
  });
  const total = raw.reduce((sum, { gain }) => sum + gain, 0);
  return raw.map((one) => ({ ...one, gain: (one.gain * spaceShare) / total }));
}

function frequencyOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { field }) => sum + fieldWeight(field), 0);
}

function fieldWeight(field: string): number {
  if (field === 'title') return indexTuning.fields.title;
  return field.startsWith('keywords') ? indexTuning.fields.keywords : indexTuning.fields.body;
}

/** Weighted number of a text's tokens in one space, counted as the index counts them. */
function lengthOf({ fields }: AnalysedText, space: Space): number {
  return fields.reduce((sum, { field, tokens }) => {
    const terms: readonly (string | number)[] = tokens[space];
    const counted =
      space === 'words' ? tokens.words.filter((word) => !isStopWord(word)).length : terms.length;
    return sum + counted * fieldWeight(field);
  }, 0);
}

/** What a reason may name, and about what it adds to the total. */
type Phrase = Omit<Reason, 'share' | 'check'> & { gain: number };

/** Words and pairs that touch in the need make one phrase. */
function phrasesOf(matched: readonly Matched[], textOf: ReadonlyMap<string, string>): Phrase[] {
  const long = matched.filter(({ space }) => space !== 'characters');
  const phrases = new Map<string, Phrase>();
  for (const span of joinSpans(long.flatMap(({ needSpans }) => needSpans))) {
    const text = textOf.get(span.field)!.slice(span.start, span.end);
    if (phrases.has(text)) continue;
    const terms = long.filter((term) => term.needSpans.some((inner) => covers(span, inner)));
    const gain = terms.reduce((sum, one) => sum + one.gain, 0);
    phrases.set(text, {
      kind: 'term',
      text: `需求与成果都提到“${text}”`,
      needSpans: joinSpans(terms.flatMap(({ needSpans }) => needSpans)),
      capabilitySpans: joinSpans(terms.flatMap(({ capabilitySpans }) => capabilitySpans)),
      gain,
    });
  }
  return [...phrases.values()];
}

function phrasesInTranslation(
  need: AnalysedText,
  capability: AnalysedText,
  statistics: CollectionStatistics,
  share: number,
): Phrase[] {
  if (share === 0) return [];
  const said = saidInTranslation(need, capability, statistics);
  const total = said.reduce((sum, { weight }) => sum + weight, 0);
  return said.map(({ needText, capabilityText, needSpans, capabilitySpans, weight }) => ({
    kind: 'translation',
    text: `需求说“${needText}”，成果说“${capabilityText}”`,
    ...{ needSpans, capabilitySpans },
    gain: (share * weight) / total,
  }));
}

/** 锈 in 生锈 and 锈蚀: what two ways of speaking share where they share no word. */
function reasonFromCharacters(
  matched: readonly Matched[],
  taken: readonly Span[],
  textOf: ReadonlyMap<string, string>,
  lossWithout: LossWithout,
): Reason | undefined {
  const left = matched
    .filter(({ space }) => space === 'characters')
    .map((term) => {
      const free = term.capabilitySpans.filter((span) => !taken.some((one) => overlaps(span, one)));
      return { term, free };
    })
    .filter(({ free }) => free.length > 0)
    .sort((a, b) => b.term.gain - a.term.gain);
  const capabilitySpans = joinSpans(left.flatMap(({ free }) => free));
  const share = capabilitySpans.length === 0 ? 0 : lossWithout(capabilitySpans);
  if (share < leastShare) return undefined;
  const shown = left.slice(0, mostCharacters);
  const names = shown.map(({ term }) => {
    const { field, start, end } = term.needSpans[0]!;
    return textOf.get(field)!.slice(start, end);
  });
  return {
    kind: 'characters',
    share,
    text: `用字相通：${names.join('、')}${left.length > shown.length ? ` 等 ${left.length} 字` : ''}`,
    needSpans: joinSpans(left.flatMap(({ term }) => term.needSpans)),
    capabilitySpans,
  };
}
