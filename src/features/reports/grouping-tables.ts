import type { Grouping } from '../../vocabulary.ts';
import type { vocabularyNames } from '../../vocabulary-names.ts';

/** Where the codes of a grouping's keys are named; the other groupings have no codes for keys. */
export const groupingTables: Partial<Record<Grouping, keyof typeof vocabularyNames>> = {
  field: 'fields',
  type: 'agreementTypes',
  formerType: 'agreementTypes',
  sellerKind: 'partyKinds',
  buyerKind: 'partyKinds',
  flow: 'flows',
  tier: 'tiers',
};
