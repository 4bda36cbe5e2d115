import type { Agreement } from './agreement.ts';
import { foreignDiffers } from './agreement-foreign.ts';
import { isKnownNature } from './agreement-party.ts';
import { type AgreementRule, isUnusualRatio, ruleOn } from './agreement-rules.ts';

export const WARNING_CODES = [
  'unusual_ratio',
  'double_count',
  'exact_duplicate',
  'possible_duplicate',
  'unknown_nature',
  'foreign_value_differs',
  'buyer_district_assumed',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** Something to look at that stops nobody. `agreementId` only where the reader may see it. */
export interface Warning {
  code: WarningCode;
  path?: string | undefined;
  agreementId?: string | undefined;
}

type Judged = Pick<
  Agreement,
  | 'contractValueFen'
  | 'technologyValueFen'
  | 'signedAt'
  | 'intermediary'
  | 'seller'
  | 'buyer'
  | 'foreign'
>;

/** What an agreement gives rise to by itself; duplicates need the others and are found elsewhere. */
export const ownWarnings = (
  agreement: Judged,
  rules: AgreementRule[],
  today: string,
): Warning[] => {
  const warnings: Warning[] = [];
  if (isUnusualRatio(agreement, ruleOn(rules, agreement.signedAt ?? today))) {
    warnings.push({ code: 'unusual_ratio', path: 'technologyValueFen' });
  }
  if (agreement.intermediary) warnings.push({ code: 'double_count', path: 'intermediary' });
  for (const side of ['seller', 'buyer'] as const) {
    if (!isKnownNature(agreement[side].nature)) {
      warnings.push({ code: 'unknown_nature', path: `${side}.nature` });
    }
  }
  if (agreement.foreign && foreignDiffers(agreement.foreign, agreement.contractValueFen)) {
    warnings.push({ code: 'foreign_value_differs', path: 'foreign' });
  }
  return warnings;
};
