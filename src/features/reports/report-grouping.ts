import type { FlowSide, Grouping } from '../../vocabulary.ts';
import { formerType } from '../agreements/agreement.ts';
import { partyKind } from '../agreements/agreement-party.ts';
import type { AgreementFacts, CountedRow, PartyFacts } from './report.ts';
import { partsOf } from './report-share.ts';

export const unknownKey = 'unknown';

type Placed = Pick<PartyFacts, 'district'>;

/** Which way the technology went, seen from a district. */
export const flowBetween = (seller: Placed, buyer: Placed, district: string): string => {
  if (seller.district === buyer.district) return 'within';
  return buyer.district === district ? 'absorbed' : 'output';
};

const regionOf = (party: PartyFacts): string | undefined =>
  party.country === 'CN' ? (party.district ?? party.division) : party.country;

/** The other side's region: where brought in from, or where it went. */
const counterpart = ({ seller, buyer }: AgreementFacts, district: string): PartyFacts =>
  buyer.district === district ? seller : buyer;

const keys: Record<Grouping, (row: CountedRow, district: string) => string | undefined> = {
  field: ({ facts }) => facts.field,
  type: ({ facts }) => facts.type,
  formerType: ({ facts }) => formerType(facts.type),
  industry: ({ facts }) => facts.buyer.industry,
  sellerKind: ({ facts }) => partyKind(facts.seller),
  buyerKind: ({ facts }) => partyKind(facts.buyer),
  flow: ({ facts }, district) => flowBetween(facts.seller, facts.buyer, district),
  region: ({ facts }, district) => regionOf(counterpart(facts, district)),
  broker: ({ facts }) => facts.brokerage?.leadBrokerId,
  institute: ({ facts }) =>
    facts.brokerage?.instituteId ??
    [facts.seller, facts.buyer].find((party) => partyKind(party) === 'institute')?.organizationId,
  tier: ({ facts }) => facts.buyer.tier,
  month: ({ on }) => on.slice(0, 7),
};

/** The group of a row: a code, an id, a region or a month. */
export const groupKey = (row: CountedRow, groupBy: Grouping, district: string): string =>
  keys[groupBy](row, district) ?? unknownKey;

const sides: Record<FlowSide, (party: PartyFacts) => string | undefined> = {
  kind: partyKind,
  region: regionOf,
};

/** Who sold to whom, by the kind or the region of both; of the same parties as the groups. */
export const pairOf = ({ facts: { seller, buyer } }: CountedRow, by: FlowSide) => ({
  seller: sides[by](seller) ?? unknownKey,
  buyer: sides[by](buyer) ?? unknownKey,
});

/** Which of the counted rows are asked for: one group, one pair of a flow, one broker's. */
export interface RowFilter {
  groupBy?: Grouping | undefined;
  key?: string | undefined;
  by?: FlowSide | undefined;
  seller?: string | undefined;
  buyer?: string | undefined;
  brokerId?: string | undefined;
}

/** Whether a row is one of those behind the figure that the filter names. */
export function isBehind(row: CountedRow, filter: RowFilter, district: string): boolean {
  const { groupBy, key, by, seller, buyer, brokerId } = filter;
  if (groupBy && key !== undefined && groupKey(row, groupBy, district) !== key) return false;
  if (by) {
    const pair = pairOf(row, by);
    if (seller !== undefined && pair.seller !== seller) return false;
    if (buyer !== undefined && pair.buyer !== buyer) return false;
  }
  return brokerId === undefined || partsOf(row).has(brokerId);
}
