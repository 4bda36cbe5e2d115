import type { Brokerage } from './agreement-brokerage.ts';
import type { Party } from './agreement-party.ts';

/** Contract types (技术合同类别); development is split as the register does. */
export const AGREEMENT_TYPES = [
  'development_commissioned',
  'development_joint',
  'transfer',
  'license',
  'consulting',
  'service',
] as const;
export type AgreementType = (typeof AGREEMENT_TYPES)[number];

/** How the achievement is put to use (转化方式): another dimension than the contract type. */
export const CONVERSION_MODES = [
  'transfer',
  'license',
  'equity',
  'cooperation',
  'development',
  'consulting',
  'service',
] as const;
export type ConversionMode = (typeof CONVERSION_MODES)[number];

/** What is bought with the contract but is no technology. */
export const DEDUCTION_KINDS = ['equipment', 'instrument', 'parts', 'materials', 'other'] as const;
export type DeductionKind = (typeof DEDUCTION_KINDS)[number];

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

export const SIDES = ['seller', 'buyer'] as const;
export type Side = (typeof SIDES)[number];

export interface Confirmation {
  by: string;
  at: Date;
  /** The day of `at` in Asia/Shanghai, for reports as of a day. */
  on: string;
}

/** Reasons of a revocation (撤销). */
export const REVOCATION_CODES = ['fake', 'void', 'duplicate', 'other'] as const;
export type RevocationCode = (typeof REVOCATION_CODES)[number];
/** Reasons of a deregistration (注销). */
export const DEREGISTRATION_CODES = ['terminated', 'withdrawn', 'other'] as const;
export type DeregistrationCode = (typeof DEREGISTRATION_CODES)[number];

export interface Ending<Code extends string> {
  on: string;
  code: Code;
  note?: string | undefined;
}

/** What a 变更登记 may change; the rest is what makes it this contract and no other. */
export interface ChangeableTerms {
  type: AgreementType;
  title: string;
  field: string;
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

export interface AgreementTerms extends ChangeableTerms {
  engagementId?: string | undefined;
  seller: Party;
  buyer: Party;
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
  deregistration?: Ending<DeregistrationCode> | undefined;
  revocation?: Ending<RevocationCode> | undefined;
  payments: Payment[];
  confirmations: Partial<Record<Side, Confirmation>>;
}

export interface Agreement extends AgreementTerms, AgreementCourse {
  id: string;
  revision: number;
  status: AgreementStatus;
  brokerage?: Brokerage | undefined;
  /** The earlier agreement of which this is an exact duplicate, until the bureau says otherwise. */
  duplicateOf?: string | undefined;
  createdAt: Date;
  updatedAt: Date;
}

export const AGREEMENT_STATUSES = [
  'drafted',
  'signed',
  'applied',
  'registered',
  'deregistered',
  'revoked',
] as const;
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number];

export const AGREEMENT_STEPS = [
  'edit',
  'confirm',
  'sign',
  'apply',
  'register',
  'change',
  'pay',
  'deregister',
  'revoke',
] as const;
export type AgreementStep = (typeof AGREEMENT_STEPS)[number];

/** From where a step may be taken, and where it leads; without `to` the status stays. */
export const STEPS: Record<AgreementStep, { from: AgreementStatus[]; to?: AgreementStatus }> = {
  edit: { from: ['drafted'] },
  confirm: { from: ['drafted', 'signed', 'applied', 'registered'] },
  sign: { from: ['drafted'], to: 'signed' },
  apply: { from: ['signed'], to: 'applied' },
  register: { from: ['signed', 'applied'], to: 'registered' },
  change: { from: ['registered'] },
  pay: { from: ['signed', 'applied', 'registered'] },
  deregister: { from: ['registered'], to: 'deregistered' },
  revoke: { from: ['signed', 'applied', 'registered'], to: 'revoked' },
};

export const canTake = (status: AgreementStatus, step: AgreementStep): boolean =>
  STEPS[step].from.includes(status);

/** The status after the step, or undefined where the step cannot follow. */
export const statusAfter = (
  status: AgreementStatus,
  step: AgreementStep,
): AgreementStatus | undefined => (canTake(status, step) ? (STEPS[step].to ?? status) : undefined);

/** Statistics before the 2026 rules know four types and count a licence as a transfer. */
export type FormerType = 'development' | 'transfer' | 'consulting' | 'service';
const FORMER_TYPE: Record<AgreementType, FormerType> = {
  development_commissioned: 'development',
  development_joint: 'development',
  transfer: 'transfer',
  license: 'transfer',
  consulting: 'consulting',
  service: 'service',
};
export const formerType = (type: AgreementType): FormerType => FORMER_TYPE[type];
