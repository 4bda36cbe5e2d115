import { unscoped } from '../../access/actor.ts';
import type { Filter } from '../../store/filter.ts';
import type { AgreementStore } from '../agreements/agreement-store.ts';
import type { AgreementFacts, ReportQuery } from './report.ts';
import type { NamedFacts } from './report-row.ts';

export type ReportFacts = ReturnType<typeof createReportFacts>;

const party = ['organizationId', 'idKind', 'nature', 'kind', 'district', 'division', 'country'];

const lean = Object.fromEntries(
  [
    'type',
    'field',
    'contractValueFen',
    'technologyValueFen',
    'achievementIds',
    'intermediary',
    'duplicateOf',
    'brokerage.needId',
    'brokerage.shares',
    'brokerage.enterpriseId',
    'brokerage.instituteId',
    'brokerage.leadBrokerId',
    'brokerage.needVettedOn',
    'signedAt',
    'registration',
    'changes',
    'deregistration.on',
    'revocation.on',
    'payments',
    'confirmations.seller.on',
    'confirmations.buyer.on',
    'buyer.industry',
    'buyer.tier',
    ...party.flatMap((name) => [`seller.${name}`, `buyer.${name}`]),
  ].map((name) => [name, 1 as const]),
);

const words = [
  'title',
  'buyerDistrictAssumed',
  'seller.name',
  'seller.creditCode',
  'buyer.name',
  'buyer.creditCode',
];
const named = { ...lean, ...Object.fromEntries(words.map((name) => [name, 1 as const])) };

/**
 * Filters that together find every agreement that can stand in the report, each answered by one
 * index on (district of a side, day): an $or would leave the choice of index to the planner.
 */
function candidates(query: ReportQuery): Filter[] {
  const { district, flow, basis, asOf } = query;
  const period = { $gte: query.from, $lte: query.to };
  // As of an earlier day, what is there now may not have been there then.
  const lacking = (path: string) => (asOf === undefined ? { [path]: { $exists: false } } : {});
  const days: Record<ReportQuery['basis'], Filter[]> = {
    signed: [{ signedAt: period }],
    registered: [
      { 'registration.registeredAt': period },
      { signedAt: period, ...lacking('registration') },
    ],
    paid: [
      { payments: { $elemMatch: { paidAt: period } } },
      { signedAt: period, ...lacking('payments.0') },
    ],
  };
  const sides = flow === 'all' ? ['buyer', 'seller'] : [flow === 'absorbed' ? 'buyer' : 'seller'];
  return sides.flatMap((side) =>
    days[basis].map((day) => ({ [`${side}.district`]: district, ...day })),
  );
}

/** Reads what reports count, from the agreements alone, without holding more than a batch. */
export function createReportFacts({ agreements }: { agreements: AgreementStore }) {
  const scope = unscoped('a report reads its own district by the district of a side');

  async function* read<F>(query: ReportQuery, shown: Record<string, 1>): AsyncIterable<F> {
    const filters = candidates(query);
    const seen = new Set<string>();
    for (const filter of filters) {
      for await (const doc of agreements.each(scope, filter, shown)) {
        if (filters.length > 1 && seen.has(doc._id)) continue;
        seen.add(doc._id);
        yield doc as F;
      }
    }
  }

  return {
    /** For figures. */
    lean: (query: ReportQuery) => read<AgreementFacts>(query, lean),
    /** For rows. */
    named: (query: ReportQuery) => read<NamedFacts>(query, named),
    /** Rows of one page. */
    async ofIds(ids: readonly string[]): Promise<Map<string, NamedFacts>> {
      const found = new Map<string, NamedFacts>();
      const filter = { _id: { $in: [...new Set(ids)] } };
      for await (const doc of agreements.each(scope, filter, named)) {
        found.set(doc._id, doc);
      }
      return found;
    },
  };
}
