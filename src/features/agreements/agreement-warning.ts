import { type AgreementWarning, agreementSides } from '../../vocabulary.ts';
import { agreementRuleOn, type Settings } from '../settings/settings.ts';
import type { Agreement } from './agreement.ts';
import { foreignDiffers } from './agreement-foreign.ts';
import { isKnownNature } from './agreement-party.ts';
import { isUnusualRatio } from './agreement-rules.ts';

/** Something to look at that stops nobody. `agreementId` only where the reader may see it. */
export interface Warning {
  code: AgreementWarning;
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
  | 'buyerDistrictAssumed'
>;

/** What an agreement gives rise to by itself; duplicates need the others and are found elsewhere. */
export const ownWarnings = (
  agreement: Judged,
  settings: Pick<Settings, 'agreementRules'>,
  today: string,
): Warning[] => {
  const warnings: Warning[] = [];
  if (isUnusualRatio(agreement, agreementRuleOn(settings, agreement.signedAt ?? today))) {
    warnings.push({ code: 'unusual_ratio', path: 'technologyValueFen' });
  }
  if (agreement.intermediary) warnings.push({ code: 'double_count', path: 'intermediary' });
  for (const side of agreementSides) {
    if (!isKnownNature(agreement[side].nature)) {
      warnings.push({ code: 'unknown_nature', path: `${side}.nature` });
    }
  }
  if (agreement.buyerDistrictAssumed) {
    warnings.push({ code: 'buyer_district_assumed', path: 'buyer.district' });
  }
  if (agreement.foreign && foreignDiffers(agreement.foreign, agreement.contractValueFen)) {
    warnings.push({ code: 'foreign_value_differs', path: 'foreign' });
  }
  return warnings;
};
