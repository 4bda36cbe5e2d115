import type { DecisionCode, EngagementStage } from '../../vocabulary.ts';
import type { MatchDecision } from './match.ts';
import type { PartValues } from './ranker.ts';

/** One decided pair as learning sees it; the values are those of the list that was decided on. */
export type Example = {
  needId: string;
  values: PartValues;
  shortlisted: boolean;
  /** How much the decision says about the match itself; 0 for one that says nothing. */
  weight: number;
};

/** A price or a free hand says nothing about whether the capability fits the need. */
const weightOfCode: Record<DecisionCode, number> = {
  wrong_field: 1,
  indicators_unmet: 1,
  benefit_unclear: 1,
  too_early: 0.5,
  other: 0.5,
  price: 0,
  ip_not_free: 0,
  no_capacity: 0,
  confidentiality: 0,
};

/** Who went on to talk seriously meant it. */
const weightOfStage: Record<EngagementStage, number> = {
  introduced: 1,
  meeting: 1.25,
  evaluating: 1.5,
  negotiating: 2,
  agreed: 2,
  delivering: 2,
  completed: 2,
  ended: 1,
};

/**
 * The need's side decides about the match; an institute that refuses speaks of its own time. Pairs
 * that were not on a list when they were decided have no values and teach nothing.
 */
export function exampleOf(
  { needId, bySide: { need: decision }, seen }: MatchDecision,
  stage: EngagementStage | undefined,
): Example | undefined {
  const values = seen?.values;
  if (decision === undefined || values === undefined) return undefined;
  const shortlisted = decision.decision === 'shortlisted';
  const weight = shortlisted
    ? weightOfStage[stage ?? 'introduced']
    : weightOfCode[decision.code ?? 'other'];
  return { needId, values, shortlisted, weight };
}
