import type { Relation, Satisfaction } from '../../vocabulary.ts';
import { aboutness, isCovering } from './properties.ts';
import type { Quantity } from './quantities.ts';
import { intervalOf } from './quantity-interval.ts';
import { comparable } from './units.ts';

/** What a need asks for, stated in its list of indicators or read from its text. */
export type Indicator = {
  name: string;
  relation: Relation;
  value: number;
  upper?: number;
  unit: string;
  /** 提高, 降低 by so much. */
  change?: 'up' | 'down';
  /** Where the need's text says it, for one that was read. */
  source?: { field: string; start: number; end: number };
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

/** The best that the capability states counts: texts also tell of controls and first trials. */
function checkIndicator(indicator: Indicator, quantities: readonly Quantity[]): IndicatorCheck {
  let unmet: Quantity | undefined;
  let unclear: Quantity | undefined;
  let alike: Quantity | undefined;
  for (const stated of quantities) {
    if (stated.past) continue;
    const about = aboutness(namedBy(indicator.name, indicator), namedBy(stated.subject, stated));
    if (about === 'other') continue;
    const satisfaction = satisfies(indicator, stated);
    if (satisfaction !== undefined && about === 'alike') {
      alike ??= stated;
      continue;
    }
    if (satisfaction === 'met') return { indicator, satisfaction, stated };
    if (satisfaction === 'unmet') unmet ??= stated;
    else if (satisfaction === 'unknown') unclear ??= stated;
  }
  if (unmet !== undefined && unclear === undefined) {
    return { indicator, satisfaction: 'unmet', stated: unmet };
  }
  const stated = unclear ?? unmet ?? alike;
  return { indicator, satisfaction: 'unknown', ...(stated && { stated }) };
}

/** 精度 is an error in millimetres, and a rate of success where it is more than half of all. */
function namedBy(
  name: string,
  { unit, value, change }: Pick<Quantity, 'unit' | 'value' | 'change'>,
) {
  const isRate = change === undefined && unit === '%' && value >= 50;
  return isRate ? name.replace(/精度|精确度/g, '准确率') : name;
}

/** A rise of 55 K is one of 55 ℃: only temperatures themselves begin at absolute zero. */
function asDifference<T extends { unit: string }>(stated: T, name: string): T {
  return stated.unit === 'K' && /温升|温差|rise/.test(name) ? { ...stated, unit: '℃' } : stated;
}

/** `undefined` when the two cannot be compared. */
function satisfies(indicator: Indicator, stated: Quantity): Satisfaction | undefined {
  if (indicator.change !== stated.change) return undefined;
  const wanted = intervalOf(asDifference(indicator, indicator.name));
  const said = asDifference(stated, stated.subject);
  const given = intervalOf(
    stated.reached && stated.upper === undefined ? { ...said, relation: '=' } : said,
  );
  if (wanted === undefined || given === undefined) return undefined;
  if (!comparable(wanted.dimension, given.dimension)) return undefined;
  // An exact value is one within a hundredth; units convert with rounding errors.
  const exact = indicator.relation === '=';
  const slack = 0.01 * Math.abs(exact ? wanted.low : 0) + 1e-9 * sizeOf(wanted);
  const low = wanted.low - slack;
  const high = wanted.high + slack;
  if (indicator.relation === 'between' && isCovering(indicator.name)) {
    return covered(wanted, given, slack);
  }
  if (exact && given.low <= high && given.high >= low) return 'met';
  if (low <= given.low && given.high <= high)
    return touches(indicator, wanted, stated) ? 'unmet' : 'met';
  return given.high < low || given.low > high ? 'unmet' : 'unknown';
}

type Interval = { low: number; high: number };

const sizeOf = ({ low, high }: Interval) =>
  Math.max(...[low, high].filter(Number.isFinite).map(Math.abs), 1e-12);

/** A range of use: the whole of it, some of it, or none; one point of it proves nothing. */
function covered(wanted: Interval, given: Interval, slack: number): Satisfaction {
  if (given.low <= wanted.low + slack && given.high >= wanted.high - slack) return 'met';
  if (given.low === given.high) return 'unknown';
  return Number.isFinite(given.low) && Number.isFinite(given.high) ? 'unmet' : 'unknown';
}

/** A strict bound is not kept by the bound itself, unless that is stated as strict too. */
function touches({ relation }: Indicator, wanted: Interval, stated: Quantity): boolean {
  if (relation !== '<' && relation !== '>') return false;
  if (stated.relation === '<' || stated.relation === '>') return false;
  const given = intervalOf({ ...stated, relation: '=' });
  const bound = relation === '<' ? wanted.high : wanted.low;
  return given !== undefined && Math.abs(given.low - bound) <= 1e-9 * sizeOf(wanted);
}

const signs = { '<': '＜', '<=': '≤', '=': '', '>=': '≥', '>': '＞', between: '' };
const changes = { up: '提高', down: '降低' };

/** An indicator as people write it: `寿命≥3000 小时`. */
export const indicatorText = ({ name, ...asked }: Indicator): string =>
  `${name}${valueText(asked)}`;

/** What a capability states: `提高8 倍`, `11～14 μm`; what it has reached is a value, no bound. */
export const statedText = (stated: Quantity): string =>
  valueText(stated.reached ? { ...stated, relation: '=' } : stated);

function valueText(asked: Omit<Indicator, 'name'>): string {
  const { relation, value, upper, unit, change } = asked;
  const number = upper === undefined ? `${signs[relation]}${value}` : `${value}～${upper}`;
  return `${change === undefined ? '' : changes[change]}${number} ${unit}`.trim();
}
