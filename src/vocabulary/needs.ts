/** 技术领域, the eleven fields of technology-contract registration. */
export const fields = [
  'electronics',
  'aerospace',
  'advanced_manufacturing',
  'biomedicine',
  'new_materials',
  'new_energy',
  'environment',
  'nuclear',
  'agriculture',
  'transport',
  'urban_social',
] as const;
export type Field = (typeof fields)[number];

export const needStatuses = [
  'draft',
  'submitted',
  'open',
  'engaged',
  'contracted',
  'closed',
] as const;
export type NeedStatus = (typeof needStatuses)[number];

/** What the second reader of a submitted need says. */
export const vetDecisions = ['accepted', 'refused'] as const;
export type VetDecision = (typeof vetDecisions)[number];

export const closeCodes = ['solved', 'withdrawn', 'expired', 'refused'] as const;
export type CloseCode = (typeof closeCodes)[number];

export const relations = ['<', '<=', '=', '>=', '>', 'between'] as const;
export type Relation = (typeof relations)[number];

/** Confidentiality layers, from the widest audience to the narrowest. */
export const layers = ['public', 'assigned', 'nda'] as const;
export type Layer = (typeof layers)[number];

export const cooperationModes = [
  'commissioned',
  'joint',
  'transfer',
  'license',
  'equity',
  'consulting',
  'service',
] as const;
export type CooperationMode = (typeof cooperationModes)[number];

/** What a need should say; the missing ones are advice. */
export const clarityParts = [
  'material',
  'method',
  'efficacy',
  'product',
  'application',
  'quantity',
] as const;
export type ClarityPart = (typeof clarityParts)[number];

/** Fields of a need that carry a confidentiality layer; `organization` is the enterprise's name. */
export const needFields = [
  'title',
  'problem',
  'field',
  'industry',
  'product',
  'process',
  'tried',
  'indicators',
  'budgetFen',
  'deadline',
  'cooperationModes',
  'organization',
] as const;
export type NeedField = (typeof needFields)[number];
