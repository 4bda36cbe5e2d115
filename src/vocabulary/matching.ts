/** How much a match deserves attention, by limits whose meaning docs/matching.md measures. */
export const bands = ['strong', 'worth_a_call', 'weak'] as const;
export type Band = (typeof bands)[number];

export const matchStates = ['pending', 'ready', 'stale'] as const;
export type MatchState = (typeof matchStates)[number];

/** A version of a ranker: the one that counts, one that did, one that was never better. */
export const rankerStates = ['active', 'retired', 'rejected'] as const;
export type RankerState = (typeof rankerStates)[number];

export const matchDecisions = ['shortlisted', 'refused'] as const;

/** The two sides of a match: who speaks for the need, and who for the capability. */
export const matchSides = ['need', 'capability'] as const;
export type MatchSide = (typeof matchSides)[number];

export const decisionCodes = [
  'wrong_field',
  'too_early',
  'benefit_unclear',
  'indicators_unmet',
  'price',
  'ip_not_free',
  'no_capacity',
  'confidentiality',
  'other',
] as const;
export type DecisionCode = (typeof decisionCodes)[number];

export const reasonKinds = [
  'term',
  'translation',
  'characters',
  'meaning',
  'field',
  'indicator',
  'stage',
] as const;
export type ReasonKind = (typeof reasonKinds)[number];

/** What a capability's text says about an indicator of the need. */
export const satisfactions = ['met', 'unmet', 'unknown'] as const;
export type Satisfaction = (typeof satisfactions)[number];
