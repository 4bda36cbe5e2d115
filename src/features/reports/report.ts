import type { Agreement } from '../agreements/agreement.ts';

export const MEASURES = ['brokered', 'registered'] as const;
export type Measure = (typeof MEASURES)[number];
export const BASES = ['signed', 'registered', 'paid'] as const;
export type Basis = (typeof BASES)[number];
export const FLOWS = ['absorbed', 'output', 'all'] as const;
export type Flow = (typeof FLOWS)[number];

export const GROUPINGS = [
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
export type Grouping = (typeof GROUPINGS)[number];

export interface ReportQuery {
  /** The district whose figures these are. */
  district: string;
  /** Inclusive days in Asia/Shanghai. */
  from: string;
  to: string;
  measure: Measure;
  basis: Basis;
  flow: Flow;
  /** Agreements as they stood at the end of this day; as they stand now without it. */
  asOf?: string | undefined;
  groupBy?: Grouping | undefined;
}

/** What a report reads of an agreement, and no more: 10,000 of them are read for one summary. */
export type AgreementFacts = Pick<
  Agreement,
  | 'id'
  | 'type'
  | 'field'
  | 'contractValueFen'
  | 'technologyValueFen'
  | 'achievementIds'
  | 'intermediary'
  | 'duplicateOf'
  | 'brokerage'
  | 'signedAt'
  | 'appliedAt'
  | 'registration'
  | 'changes'
  | 'deregistration'
  | 'revocation'
  | 'payments'
  | 'confirmations'
> & { seller: PartyFacts; buyer: PartyFacts };

export type PartyFacts = Pick<
  Agreement['seller'],
  | 'organizationId'
  | 'idKind'
  | 'nature'
  | 'kind'
  | 'district'
  | 'division'
  | 'country'
  | 'industry'
  | 'tier'
>;

/** Why a row that belongs to the period is not counted; the first that holds, in this order. */
export const EXCLUSION_REASONS = [
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
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

/** One counted line: an agreement, or with basis `paid` one payment of it. */
export interface CountedRow<F extends AgreementFacts = AgreementFacts> {
  /** The agreement as it stood on the as-of day. */
  facts: F;
  /** The day that the basis picks. */
  on: string;
  paymentId?: string | undefined;
  contractValueFen: number;
  technologyValueFen: number;
}

export interface ExcludedRow<F extends AgreementFacts = AgreementFacts> {
  facts: F;
  on: string;
  reason: ExclusionReason;
}

export interface Figures {
  /** Distinct achievements, not contracts. */
  achievements: number;
  /** Distinct agreements. */
  agreements: number;
  contractValueFen: number;
  technologyValueFen: number;
}

export interface Group extends Figures {
  key: string;
}

/**
 * Both values of the groups add up to the total. An achievement or a partly paid agreement that
 * stands in two groups is counted in both and once in the total.
 */
export interface Summary extends Figures {
  groups: Group[];
  excluded: { reason: ExclusionReason; count: number }[];
}
