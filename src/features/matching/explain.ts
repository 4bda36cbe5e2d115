import type { CapabilityStage, ReasonKind } from '../../vocabulary.ts';
import type { AnalysedText } from './analyse.ts';
import type { CollectionStatistics } from './candidate-index.ts';
import { type IndicatorCheck, indicatorText, statedText } from './indicators.ts';
import { createLossWithout } from './loss-without.ts';
import type { Span } from './passages.ts';
import { indicatorWorth, type PartName, type Ranked } from './ranker.ts';
import type { Segmenter } from './segmenter.ts';
import { textReasons } from './text-reasons.ts';

export type Reason = {
  kind: ReasonKind;
  /** Its part of the ranker's total; below 0 for an unmet indicator. They sum to at most 1. */
  share: number;
  /** A Chinese sentence for the reader. */
  text: string;
  needSpans: Span[];
  capabilitySpans: Span[];
  /** What an `indicator` reason is about. */
  check?: IndicatorCheck;
};

/** Why a capability stands where it stands; `statistics` are those of the need's terms. */
export function explain(
  need: AnalysedText,
  capability: AnalysedText,
  ranked: Pick<Ranked, 'total' | 'parts' | 'checks'> & { stage?: CapabilityStage },
  statistics: CollectionStatistics,
  /** The capability's long text as its fields name it, and the technology field in Chinese. */
  names: { body: string; technologyField?: string },
  segmenter: Segmenter,
): Reason[] {
  if (ranked.total <= 0) return [];
  const share = (part: PartName) => (ranked.parts[part] ?? 0) / ranked.total;
  const lossWithout = createLossWithout(capability, statistics, share, segmenter);
  const reasons = textReasons(need, capability, statistics, share, lossWithout);
  if (share('meaning') > 0) {
    reasons.push(plain('meaning', share('meaning'), '整体意思与需求相近，用词可以不同'));
  }
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

function indicatorReasons(
  checks: readonly IndicatorCheck[],
  share: number,
  body: string,
): Reason[] {
  // Where hits and misses make up for each other the part is nothing, and each is told without a share.
  const total = checks.reduce((sum, check) => sum + indicatorWorth[check.satisfaction], 0) || 1;
  return checks.map((check) => {
    const wanted = `指标“${indicatorText(check.indicator)}”`;
    const { stated } = check;
    const given = stated === undefined ? '' : `成果给出 ${statedText(stated)}，`;
    const verdict = { met: '满足', unmet: '未满足', unknown: '未说明是否满足' }[check.satisfaction];
    return {
      check,
      ...plain(
        'indicator',
        (share * indicatorWorth[check.satisfaction]) / total,
        `${wanted}：${given}${verdict}`,
      ),
      needSpans: check.indicator.source === undefined ? [] : [check.indicator.source],
      capabilitySpans:
        stated === undefined ? [] : [{ field: body, start: stated.start, end: stated.end }],
    };
  });
}
