import type { Relation, Satisfaction } from '../../vocabulary.ts';
import { intervalOf, type Quantity } from './quantities.ts';

/** What a need asks for, stated in its list of indicators or read from its text. */
export type Indicator = {
  name: string;
  relation: Relation;
  value: number;
  upper?: number;
  unit: string;
};

export type IndicatorCheck = {
  indicator: Indicator;
  satisfaction: Satisfaction;
  /** What the capability states, when it speaks of the same thing. */
  stated?: Quantity;
};

/** Checks each indicator against the quantities that a capability's text states. */
export function checkIndicators(
  indicators: readonly Indicator[],
  quantities: readonly Quantity[],
): IndicatorCheck[] {
  return indicators.map((indicator) => checkIndicator(indicator, quantities));
}

function checkIndicator(indicator: Indicator, quantities: readonly Quantity[]): IndicatorCheck {
  let unmet: Quantity | undefined;
  let unclear: Quantity | undefined;
  for (const stated of quantities) {
    if (!speakOfTheSame(indicator.name, stated.subject)) continue;
    const satisfaction = satisfies(indicator, stated);
    if (satisfaction === 'met') return { indicator, satisfaction, stated };
    if (satisfaction === 'unmet') unmet ??= stated;
    else if (satisfaction === 'unknown') unclear ??= stated;
  }
  if (unmet !== undefined) return { indicator, satisfaction: 'unmet', stated: unmet };
  return { indicator, satisfaction: 'unknown', ...(unclear && { stated: unclear }) };
}

/** Two characters in a row in common: 使用寿命 and 寿命达, not 温度 and 精度. */
function speakOfTheSame(name: string, subject: string): boolean {
  for (let i = 0; i + 1 < name.length; i += 1) {
    if (subject.includes(name.slice(i, i + 2))) return true;
  }
  return false;
}

/** `undefined` when the two cannot be compared. */
function satisfies(indicator: Indicator, stated: Quantity): Satisfaction | undefined {
  const wanted = intervalOf(indicator);
  const given = intervalOf(
    stated.reached && stated.upper === undefined ? { ...stated, relation: '=' } : stated,
  );
  if (wanted === undefined || given === undefined || wanted.dimension !== given.dimension) {
    return undefined;
  }
  // An exact value is one within a hundredth; units convert with rounding errors.
  const slack = 0.01 * Math.abs(indicator.relation === '=' ? wanted.low : 0) + 1e-12;
  const low = wanted.low - slack;
  const high = wanted.high + slack;
  if (indicator.relation === '=' && given.low <= high && given.high >= low) return 'met';
  if (low <= given.low && given.high <= high) {
    const touches =
      given.low === given.high && given.low === (wanted.low > -Infinity ? wanted.low : wanted.high);
    return touches && (indicator.relation === '<' || indicator.relation === '>') ? 'unmet' : 'met';
  }
  return given.high < low || given.low > high ? 'unmet' : 'unknown';
}

/** An indicator as people write it: `≥ 3000 小时`. */
export function indicatorText(indicator: Indicator): string {
  const sign = { '<': '＜', '<=': '≤', '=': '', '>=': '≥', '>': '＞', between: '' }[
    indicator.relation
  ];
  const value =
    indicator.relation === 'between'
      ? `${indicator.value}～${indicator.upper}`
      : `${sign}${indicator.value}`;
  return `${indicator.name}${value} ${indicator.unit}`.trim();
}
