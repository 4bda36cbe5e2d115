export const agreementTypes = [
  'development_commissioned',
  'development_joint',
  'transfer',
  'license',
  'consulting',
  'service',
] as const;
export type AgreementType = (typeof agreementTypes)[number];

export const agreementStatuses = [
  'drafted',
  'signed',
  'applied',
  'registered',
  'deregistered',
  'revoked',
] as const;
export type AgreementStatus = (typeof agreementStatuses)[number];

export const agreementSides = ['seller', 'buyer'] as const;
export type AgreementSide = (typeof agreementSides)[number];

/** Coarse kind of a party for grouping, by what is known of it here or by its nature code. */
export const partyKinds = ['institute', 'enterprise', 'person', 'foreign', 'other'] as const;
export type PartyKind = (typeof partyKinds)[number];

export const deductionKinds = ['equipment', 'instrument', 'parts', 'materials', 'other'] as const;
export type DeductionKind = (typeof deductionKinds)[number];

/** How an achievement is put to use (转化方式): another dimension than the contract type. */
export const conversionModes = [
  'transfer',
  'license',
  'equity',
  'cooperation',
  'development',
  'consulting',
  'service',
] as const;
export type ConversionMode = (typeof conversionModes)[number];

/** Why an agreement was taken off the register (注销) or revoked (撤销). */
export const endingCodes = [
  'fake',
  'void',
  'duplicate',
  'terminated',
  'withdrawn',
  'expired',
  'error',
  'other',
] as const;
export type EndingCode = (typeof endingCodes)[number];

/** What to look at in an agreement; none of these stops anybody. */
export const agreementWarnings = [
  'unusual_ratio',
  'double_count',
  'exact_duplicate',
  'possible_duplicate',
  'unknown_nature',
  'foreign_value_differs',
  'buyer_district_assumed',
] as const;
export type AgreementWarning = (typeof agreementWarnings)[number];
