import type { ExclusionReason } from '../../vocabulary.ts';
import { asOfDay } from '../agreements/agreement-as-of.ts';
import { partiesAgree } from '../agreements/agreement-brokerage.ts';
import { paidShares } from '../agreements/agreement-money.ts';
import type { AgreementFacts, CountedRow, ExcludedRow, ReportQuery } from './report.ts';

export type Classified<F extends AgreementFacts> =
  | { rows: CountedRow<F>[]; excluded?: undefined }
  | { rows: []; excluded: ExcludedRow<F> }
  /** Of another period or another district: neither counted nor excluded. */
  | undefined;

const flowHolds = (facts: AgreementFacts, query: ReportQuery): boolean => {
  const absorbed = facts.buyer.district === query.district;
  const output = facts.seller.district === query.district;
  if (query.flow === 'all') return absorbed || output;
  return query.flow === 'absorbed' ? absorbed : output;
};

const brokeredGap = (facts: AgreementFacts): ExclusionReason | undefined => {
  const { brokerage, seller, buyer, confirmations, signedAt } = facts;
  if (!brokerage) return 'no_engagement';
  if (!partiesAgree(brokerage, seller.organizationId, buyer.organizationId)) {
    return 'parties_differ';
  }
  if (brokerage.needVettedOn === undefined) return 'need_not_vetted';
  // A signing has a day and no hour, so a need vetted on that very day counts as vetted before.
  if (brokerage.needVettedOn > signedAt!) return 'need_vetted_after_signing';
  return confirmations.seller && confirmations.buyer ? undefined : 'not_confirmed';
};

/** Why a signed agreement of the period is not counted, if it is not. */
const exclusion = (facts: AgreementFacts, query: ReportQuery): ExclusionReason | undefined => {
  if (facts.revocation) return 'revoked';
  if (facts.deregistration) return 'deregistered';
  if (facts.duplicateOf !== undefined) return 'duplicate';
  if (facts.intermediary) return 'intermediary';
  const needsRegister = query.measure === 'registered' || query.basis === 'registered';
  if (needsRegister && !facts.registration) return 'not_registered';
  if (query.basis === 'paid' && facts.payments.length === 0) return 'not_paid';
  return query.measure === 'brokered' ? brokeredGap(facts) : undefined;
};

const within = (day: string, query: ReportQuery) => query.from <= day && day <= query.to;

/** The lines of the agreement that fall into the period if it counts at all. */
const rowsOf = <F extends AgreementFacts>(facts: F, query: ReportQuery): CountedRow<F>[] => {
  const { contractValueFen, technologyValueFen } = facts;
  if (query.basis === 'paid') {
    return paidShares(facts.payments, facts)
      .filter((share) => within(share.paidAt, query))
      .map((share) => ({
        facts,
        on: share.paidAt,
        paymentId: share.id,
        contractValueFen: share.amountFen,
        technologyValueFen: share.technologyValueFen,
      }));
  }
  const on = query.basis === 'signed' ? facts.signedAt : facts.registration?.registeredAt;
  if (on === undefined || !within(on, query)) return [];
  return [{ facts, on, contractValueFen, technologyValueFen }];
};

/** An agreement that has no day of the basis yet is looked for by its signing day. */
const lacksBasisDay = (facts: AgreementFacts, query: ReportQuery): boolean =>
  (query.basis === 'registered' && !facts.registration) ||
  (query.basis === 'paid' && facts.payments.length === 0);

/** Where one agreement stands in a report: counted with its rows, excluded with a reason, outside. */
export const classify = <F extends AgreementFacts>(
  agreement: F,
  query: ReportQuery,
): Classified<F> => {
  const facts = asOfDay(agreement, query.asOf);
  if (facts.signedAt === undefined || !flowHolds(facts, query)) return undefined;
  const rows = rowsOf(facts, query);
  const [first] = rows;
  if (!first && !(lacksBasisDay(facts, query) && within(facts.signedAt, query))) return undefined;
  const reason = exclusion(facts, query);
  if (reason === undefined) return { rows };
  return { rows: [], excluded: { facts, on: first?.on ?? facts.signedAt, reason } };
};
