import type { Agreement } from '../agreements/agreement.ts';
import type { AgreementFacts, CountedRow, ExcludedRow, ReportRow, RowParty } from './report.ts';

/** Facts with the words that a row shows beside them. */
export type NamedFacts = AgreementFacts &
  Pick<Agreement, 'title' | 'seller' | 'buyer' | 'buyerDistrictAssumed'>;

const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;

const rowParty = ({ name, creditCode, nature, country, district }: Agreement['seller']): RowParty =>
  defined({ name, creditCode, nature, country, district });

function rowOf(facts: NamedFacts, on: string): ReportRow {
  return {
    agreementId: facts._id,
    on,
    title: facts.title,
    type: facts.type,
    field: facts.field,
    signedAt: facts.signedAt!,
    seller: rowParty(facts.seller),
    buyer: rowParty(facts.buyer),
    contractValueFen: facts.contractValueFen,
    technologyValueFen: facts.technologyValueFen,
    achievementIds: facts.achievementIds,
    ...defined({
      number: facts.registration?.number,
      registeredAt: facts.registration?.registeredAt,
      brokerId: facts.brokerage?.leadBrokerId,
      buyerDistrictAssumed: facts.buyerDistrictAssumed,
    }),
  };
}

export function countedRow(row: CountedRow<NamedFacts>): ReportRow {
  const { paymentId, contractValueFen, technologyValueFen } = row;
  return {
    ...rowOf(row.facts, row.on),
    ...(paymentId !== undefined && { paymentId }),
    contractValueFen,
    technologyValueFen,
  };
}

export const excludedRow = (row: ExcludedRow<NamedFacts>): ReportRow => ({
  ...rowOf(row.facts, row.on),
  reason: row.reason,
});

/** The order of every list of rows: by day, then by agreement, then by payment. */
export const inRowOrder = (a: RowPlace, b: RowPlace): number =>
  compare(a.on, b.on) ||
  compare(a.agreementId, b.agreementId) ||
  compare(a.paymentId ?? '', b.paymentId ?? '');

export type RowPlace = Pick<ReportRow, 'on' | 'agreementId' | 'paymentId'>;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
