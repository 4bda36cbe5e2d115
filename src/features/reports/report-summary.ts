import { type ExclusionReason, exclusionReasons, type Grouping } from '../../vocabulary.ts';
import { formerType } from '../agreements/agreement.ts';
import { addFen } from '../agreements/agreement-money.ts';
import { partyKind } from '../agreements/agreement-party.ts';
import type {
  AgreementFacts,
  CountedRow,
  Figures,
  PartyFacts,
  ReportQuery,
  Summary,
} from './report.ts';
import { classify } from './report-classify.ts';

const unknownKey = 'unknown';

const flowOf = ({ seller, buyer }: AgreementFacts, district: string): string => {
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
  flow: ({ facts }, district) => flowOf(facts, district),
  region: ({ facts }, district) => regionOf(counterpart(facts, district)),
  broker: ({ facts }) => facts.brokerage?.leadBrokerId,
  institute: ({ facts }) =>
    facts.brokerage?.instituteId ??
    [facts.seller, facts.buyer].find((party) => partyKind(party) === 'institute')?.organizationId,
  tier: ({ facts }) => facts.buyer.tier,
  month: ({ on }) => on.slice(0, 7),
};

const groupKey = (row: CountedRow, groupBy: Grouping, district: string): string =>
  keys[groupBy](row, district) ?? unknownKey;

interface Tally {
  achievements: Set<string>;
  agreements: Set<string>;
  contractValueFen: number;
  technologyValueFen: number;
}

const emptyTally = (): Tally => ({
  achievements: new Set(),
  agreements: new Set(),
  contractValueFen: 0,
  technologyValueFen: 0,
});

const count = (tally: Tally, row: CountedRow): void => {
  for (const id of row.facts.achievementIds) tally.achievements.add(id);
  tally.agreements.add(row.facts._id);
  tally.contractValueFen = addFen(tally.contractValueFen, row.contractValueFen);
  tally.technologyValueFen = addFen(tally.technologyValueFen, row.technologyValueFen);
};

const figures = (tally: Tally): Figures => ({
  ...tally,
  achievements: tally.achievements.size,
  agreements: tally.agreements.size,
});

export interface SummaryFold {
  add: (agreement: AgreementFacts) => void;
  result: () => Summary;
}

/** A fold over agreements in any order, so that a summary can be streamed and never holds rows. */
export const createSummaryFold = (query: ReportQuery): SummaryFold => {
  const total = emptyTally();
  const groups = new Map<string, Tally>();
  const excluded = new Map<ExclusionReason, number>();
  const addRow = (row: CountedRow) => {
    count(total, row);
    if (!query.groupBy) return;
    const key = groupKey(row, query.groupBy, query.district);
    const group = groups.get(key) ?? emptyTally();
    groups.set(key, group);
    count(group, row);
  };
  return {
    add: (agreement) => {
      const classified = classify(agreement, query);
      if (!classified) return;
      const { reason } = classified.excluded ?? {};
      if (reason) excluded.set(reason, (excluded.get(reason) ?? 0) + 1);
      else classified.rows.forEach(addRow);
    },
    result: () => ({
      ...figures(total),
      groups: [...groups.keys()].toSorted().map((key) => ({ key, ...figures(groups.get(key)!) })),
      excluded: exclusionReasons
        .filter((reason) => excluded.has(reason))
        .map((reason) => ({
          reason,
          count: excluded.get(reason)!,
        })),
    }),
  };
};

export const summarize = (agreements: Iterable<AgreementFacts>, query: ReportQuery): Summary => {
  const fold = createSummaryFold(query);
  for (const agreement of agreements) fold.add(agreement);
  return fold.result();
};
