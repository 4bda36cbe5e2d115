import type { Stored } from '../../store/stored.ts';
import {
  type AgreementSide,
  type AgreementStatus,
  type AgreementType,
  agreementSides,
  type ConversionMode,
  type DeductionKind,
  type EndingCode,
  type Field,
} from '../../vocabulary.ts';
import type { Brokerage } from './agreement-brokerage.ts';
import type { Party } from './agreement-party.ts';

/** What is bought with the contract but is no technology. */
export interface Deduction {
  kind: DeductionKind;
  amountFen: number;
  note?: string | undefined;
}

/** The amount as the contract states it; the figures of the agreement are its value in CNY fen. */
export interface ForeignAmount {
  /** Units of the currency; a decimal in text, as the rate, so that no digit is lost. */
  amount: string;
  /** CNY for one unit of the currency. */
  rate: string;
  rateDate: string;
}

export interface Payment {
  id: string;
  paidAt: string;
  amountFen: number;
  note?: string | undefined;
}

export interface Confirmation {
  by: string;
  at: Date;
  /** The day of `at` in Asia/Shanghai, for reports as of a day. */
  on: string;
}

export interface Ending {
  on: string;
  code: EndingCode;
  note?: string | undefined;
}

export const changeableNames = [
  'type',
  'title',
  'field',
  'contractValueFen',
  'deductions',
  'technologyValueFen',
  'validFrom',
  'validTo',
] as const satisfies readonly (keyof ChangeableTerms)[];

/** What a 变更登记 may change; the rest is what makes it this contract and no other. */
export interface ChangeableTerms {
  type: AgreementType;
  title: string;
  field: Field;
  contractValueFen: number;
  deductions: Deduction[];
  technologyValueFen: number;
  validFrom?: string | undefined;
  validTo?: string | undefined;
}

export interface TermsChange {
  on: string;
  /** The terms that were replaced on that day, and only those. */
  before: Partial<ChangeableTerms>;
  note?: string | undefined;
}

/** What the parties agreed on. */
export interface AgreementTerms extends ChangeableTerms {
  engagementId?: string | undefined;
  seller: Party;
  buyer: Party;
  /** ISO 4217; `foreign` is there when it is not CNY. */
  currency: string;
  foreign?: ForeignAmount | undefined;
  ipType?: string | undefined;
  planCategory?: string | undefined;
  conversionMode?: ConversionMode | undefined;
  /** The broker's own contract (中介合同): registered by itself, and a risk of counting twice. */
  intermediary: boolean;
  achievementIds: string[];
  fileIds: string[];
  externalId?: string | undefined;
}

/** Days are `YYYY-MM-DD` in Asia/Shanghai: the day it happened, not the day it was typed in. */
export interface AgreementCourse {
  signedAt?: string | undefined;
  appliedAt?: string | undefined;
  disputed?: boolean | undefined;
  registrationDueOn?: string | undefined;
  registration?: { number: string; registeredAt: string } | undefined;
  changes: TermsChange[];
  deregistration?: Ending | undefined;
  revocation?: Ending | undefined;
  payments: Payment[];
  confirmations: Partial<Record<AgreementSide, Confirmation>>;
}

/** 技术合同. */
export interface Agreement extends Stored, AgreementTerms, AgreementCourse {
  status: AgreementStatus;
  /** Where it was recorded, and by whom: an organization's id, or the district of its office. */
  district: string;
  recordedFor: string;
  recordedBy: string;
  /** Who sees it: organizations of the parties, their districts, the lead broker. */
  organizationIds: string[];
  districts: string[];
  brokerIds: string[];
  brokerage?: Brokerage | undefined;
  /** No party was known to be of the recording district, so the buyer was taken to be. */
  buyerDistrictAssumed?: boolean | undefined;
  /** Registration number while it is in force: unique, and free again after a revocation. */
  registeredNumber?: string | undefined;
  /** What two records of one contract share; see `likenessKey`. */
  likeness?: string | undefined;
  /** The earlier agreement of which this is an exact duplicate. */
  duplicateOf?: string | undefined;
  /** The bureau has looked and says that it repeats no other. */
  distinct?: { by: string; at: Date; note?: string | undefined } | undefined;
}

export const agreementSteps = [
  'update',
  'confirm',
  'sign',
  'apply',
  'register',
  'change',
  'pay',
  'distinguish',
  'deregister',
  'revoke',
] as const;
export type AgreementStep = (typeof agreementSteps)[number];

interface Transition {
  from: readonly AgreementStatus[];
  /** The status stays where it is null. */
  to: AgreementStatus | null;
}

const live = ['drafted', 'signed', 'applied', 'registered'] as const;
const signed = ['signed', 'applied', 'registered'] as const;

/** The state table: from where a step may be taken, and where it leads. */
export const transitions: Record<AgreementStep, Transition> = {
  update: { from: ['drafted'], to: null },
  confirm: { from: live, to: null },
  sign: { from: ['drafted'], to: 'signed' },
  apply: { from: ['signed'], to: 'applied' },
  register: { from: ['signed', 'applied'], to: 'registered' },
  change: { from: ['registered'], to: null },
  pay: { from: signed, to: null },
  distinguish: { from: live, to: null },
  deregister: { from: ['registered'], to: 'deregistered' },
  revoke: { from: signed, to: 'revoked' },
};

export const canFollow = (status: AgreementStatus, step: AgreementStep): boolean =>
  transitions[step].from.includes(status);

/** The status after a step that can follow. */
export const statusAfter = (status: AgreementStatus, step: AgreementStep): AgreementStatus =>
  transitions[step].to ?? status;

export interface Turn {
  side: AgreementSide | 'broker' | 'bureau';
  action: 'sign' | 'confirm' | 'apply' | 'register';
  /** Last day, where there is one. */
  due?: string | undefined;
}

/** Whose turn it is, and by when; null when nobody owes anything. */
export function turnOf(agreement: Agreement): Turn | null {
  const { status, confirmations, seller, brokerIds } = agreement;
  switch (status) {
    case 'drafted':
      return { side: brokerIds.length > 0 ? 'broker' : 'seller', action: 'sign' };
    case 'signed': {
      const silent = agreementSides.find(
        (side) => agreement[side].organizationId !== undefined && !confirmations[side],
      );
      if (agreement.engagementId !== undefined && silent)
        return { side: silent, action: 'confirm' };
      // Imported technology is registered by the domestic buyer.
      return { side: seller.country === 'CN' ? 'seller' : 'buyer', action: 'apply' };
    }
    case 'applied':
      return { side: 'bureau', action: 'register', due: agreement.registrationDueOn };
    default:
      return null;
  }
}

/** Statistics before the 2026 rules know four types and count a licence as a transfer. */
export type FormerType = 'development' | 'transfer' | 'consulting' | 'service';
const formerTypes: Record<AgreementType, FormerType> = {
  development_commissioned: 'development',
  development_joint: 'development',
  transfer: 'transfer',
  license: 'transfer',
  consulting: 'consulting',
  service: 'service',
};
export const formerType = (type: AgreementType): FormerType => formerTypes[type];
