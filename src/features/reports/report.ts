import type { Basis, ExclusionReason, Flow, Grouping, Measure } from '../../vocabulary.ts';
import type { Agreement } from '../agreements/agreement.ts';
import type { DatedParts } from '../agreements/agreement-as-of.ts';

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
  | '_id'
  | 'type'
  | 'field'
  | 'contractValueFen'
  | 'technologyValueFen'
  | 'achievementIds'
  | 'intermediary'
  | 'duplicateOf'
  | 'brokerage'
> &
  DatedParts & { seller: PartyFacts; buyer: PartyFacts };

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

/** One line behind a figure, as it is shown, frozen and exported. */
export interface ReportRow {
  agreementId: string;
  paymentId?: string | undefined;
  /** The day that the basis picks. */
  on: string;
  number?: string | undefined;
  title: string;
  type: Agreement['type'];
  field: Agreement['field'];
  signedAt: string;
  registeredAt?: string | undefined;
  seller: RowParty;
  buyer: RowParty;
  brokerId?: string | undefined;
  contractValueFen: number;
  technologyValueFen: number;
  achievementIds: string[];
  /** The buyer's district was not known, and was taken to be the one that recorded it. */
  buyerDistrictAssumed?: boolean | undefined;
  /** Why it is not counted; absent where it is. */
  reason?: ExclusionReason | undefined;
}

export type RowParty = Pick<
  Agreement['seller'],
  'name' | 'creditCode' | 'nature' | 'country' | 'district'
>;
