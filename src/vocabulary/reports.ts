export const measures = ['brokered', 'registered'] as const;
export type Measure = (typeof measures)[number];

export const bases = ['signed', 'registered', 'paid'] as const;
export type Basis = (typeof bases)[number];

export const flows = ['absorbed', 'output', 'all'] as const;
export type Flow = (typeof flows)[number];

/** What the figures of a report can be split by. */
export const groupings = [
  'field',
  'type',
  'formerType',
  'industry',
  'sellerKind',
  'buyerKind',
  'flow',
  'region',
  'broker',
  'institute',
  'tier',
  'month',
] as const;
export type Grouping = (typeof groupings)[number];

/** What the two sides of a flow are told apart by. */
export const flowSides = ['kind', 'region'] as const;
export type FlowSide = (typeof flowSides)[number];

/** The way of a need that was posted in a period, each step with all before it. */
export const funnelSteps = [
  'posted',
  'vetted',
  'matched',
  'accepted',
  'engaged',
  'met',
  'signed',
  'registered',
] as const;
export type FunnelStep = (typeof funnelSteps)[number];

/** How a broker answered a proposal, if at all. */
export const proposalAnswers = [
  'accepted',
  'declined',
  'expired',
  'waiting',
  'taken_back',
] as const;
export type ProposalAnswer = (typeof proposalAnswers)[number];

/** Why a row of the period is not counted; the first that holds, in this order. */
export const exclusionReasons = [
  'revoked',
  'deregistered',
  'duplicate',
  'intermediary',
  'not_registered',
  'not_paid',
  'no_engagement',
  'parties_differ',
  'need_not_vetted',
  'need_vetted_after_signing',
  'not_confirmed',
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

/** Why a published period is adjusted, where no exclusion says it. */
export const adjustmentReasons = ['arrived', 'changed', 'left'] as const;
export type AdjustmentReason = (typeof adjustmentReasons)[number];
