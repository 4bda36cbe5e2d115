import type { Band, Field } from '../../vocabulary.ts';
import type { Candidate } from './candidate-index.ts';
import { checkIndicators, type Indicator, type IndicatorCheck } from './indicators.ts';
import type { MeaningByScript, MeaningStatistics } from './vector-table.ts';

/** The named parts of the score. The last two wait for their sources and weigh nothing yet. */
export type PartName =
  | 'words'
  | 'bigrams'
  | 'characters'
  | 'translated'
  | 'field'
  | 'indicators'
  | 'stage'
  | 'meaning'
  | 'record'
  | 'decisions';

export type PartValues = Partial<Record<PartName, number>>;

/** A ranker's numbers; which one counts for a district is asked of `rankerOf`. */
export type RankerModel = {
  version: string;
  weights: Record<PartName, number>;
  /** Lowest total of each band. */
  bands: { strong: number; worthACall: number };
};

/**
 * The model that ships; a district's own may follow from its brokers' decisions. A good match covers
 * an eighth of a need's weight, hence text weights above 1 and bands measured, see docs/matching.md.
 */
export const rankerModel: RankerModel = {
  version: 'text-4',
  weights: {
    words: 2,
    bigrams: 2,
    characters: 2,
    translated: 3.5,
    field: 0.04,
    indicators: 0.06,
    stage: 0.02,
    meaning: 0.035,
    record: 0,
    decisions: 0,
  },
  bands: { strong: 0.42, worthACall: 0.3 },
};

export type Ranked = {
  candidate: Candidate;
  /** Sum of the parts, by which candidates are ordered; bands are limits of it. */
  total: number;
  /** The same as a number below 1, for showing; no probability. */
  score: number;
  band: Band;
  /** What each part found, before weighing: what learning reads. Zeros are left out. */
  values: PartValues;
  /** What each part adds to the total. */
  parts: PartValues;
  checks: IndicatorCheck[];
};

export type RankingNeed = {
  /** As stated: a guess from the words did not help the order. */
  field?: Field | undefined;
  indicators: readonly Indicator[];
  /** How alike the need and the documents of a script are at large; absent without its vector. */
  meaning?: MeaningByScript | undefined;
};

/** What the meaning adds for something like the nearest hundredth of a collection. */
const commonMeaning = 0.12;

const stageValue = { early: 0, middle: 0.5, mature: 1 } as const;

/** Orders candidates by one additive total; equal ones keep the order of the ids. */
export function rank(
  need: RankingNeed,
  candidates: readonly Candidate[],
  model: RankerModel = rankerModel,
): Ranked[] {
  return candidates
    .map((candidate) => score(need, candidate, model))
    .sort((a, b) => b.total - a.total || (a.candidate.id < b.candidate.id ? -1 : 1));
}

function score(need: RankingNeed, candidate: Candidate, model: RankerModel): Ranked {
  const checks = checkIndicators(need.indicators, candidate.quantities);
  const values: PartValues = {
    words: candidate.spaces.words,
    bigrams: candidate.spaces.bigrams,
    characters: candidate.spaces.characters,
    translated: candidate.spaces.translated,
    field: need.field !== undefined && need.field === candidate.field ? 1 : 0,
    indicators: indicatorValue(checks),
    stage: candidate.stage === undefined ? 0 : stageValue[candidate.stage],
    meaning: meaningValue(candidate.similarity, need.meaning?.[candidate.script]),
  };
  return { candidate, checks, ...weigh(values, model) };
}

/** A ranker's version, and whose vectors were there for it; lists with and without are told apart. */
export function versionOf(model: RankerModel, vectors: string | undefined): string {
  return vectors === undefined ? model.version : `${model.version}+${vectors}`;
}

export function isVersionOf(model: RankerModel, version: string): boolean {
  return version === model.version || version.startsWith(`${model.version}+`);
}

/** The sum of the parts by a model's weights, with its band. */
function weigh(found: PartValues, model: RankerModel) {
  const values: PartValues = {};
  const parts: PartValues = {};
  let total = 0;
  for (const [name, value] of Object.entries(found) as [PartName, number][]) {
    if (value === 0) continue;
    values[name] = value;
    const part = model.weights[name] * value;
    if (part === 0) continue;
    parts[name] = part;
    total += part;
  }
  const band = bandOf({ total, meaning: parts.meaning }, model);
  return { total, score: 1 - Math.exp(-total), band, values, parts };
}

/**
 * By how many standard deviations a capability is nearer to the need than the mean of those in its
 * own script: models differ in where their cosines lie, less in how the near ones stand out.
 */
function meaningValue(similarity: number | undefined, at: MeaningStatistics | undefined): number {
  if (similarity === undefined || at === undefined || at.deviation === 0) return 0;
  return Math.max(0, (similarity - at.mean) / at.deviation);
}

/** What a check is worth: a stated hit earns, a stated miss costs, and what nobody stated is nothing. */
export const indicatorWorth = { met: 1, unknown: 0, unmet: -1 } as const;

function indicatorValue(checks: readonly IndicatorCheck[]): number {
  if (checks.length === 0) return 0;
  return checks.reduce((sum, check) => sum + indicatorWorth[check.satisfaction], 0) / checks.length;
}

/** What the bands are limits of: so much meaning is nothing special among near ones. */
export const bandSum = (sum: { total: number; meaning?: number | undefined }): number =>
  sum.total - Math.min(commonMeaning, sum.meaning ?? 0);

/** The band of a sum of which the meaning is a part. */
export function bandOf(sum: Parameters<typeof bandSum>[0], model: RankerModel): Band {
  const value = bandSum(sum);
  if (value >= model.bands.strong) return 'strong';
  return value >= model.bands.worthACall ? 'worth_a_call' : 'weak';
}
