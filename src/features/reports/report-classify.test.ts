import { expect } from 'chai';
import type { AgreementFacts, ReportQuery } from './report.ts';
import { classify } from './report-classify.ts';

const query: ReportQuery = {
  district: 'd1',
  from: '2026-01-01',
  to: '2026-06-30',
  measure: 'brokered',
  basis: 'signed',
  flow: 'absorbed',
};

const party = { idKind: 'credit_code' as const, nature: '150', country: 'CN' };
const confirmed = { by: 'u', at: new Date('2026-03-02T00:00:00Z'), on: '2026-03-02' };
const counted: AgreementFacts = {
  _id: 'a1',
  type: 'transfer',
  field: 'new_materials',
  contractValueFen: 1000,
  technologyValueFen: 700,
  achievementIds: ['c1'],
  intermediary: false,
  duplicateOf: undefined,
  seller: { ...party, organizationId: 'i1', district: 'd2' },
  buyer: { ...party, organizationId: 'e1', district: 'd1' },
  brokerage: {
    needId: 'n1',
    needVettedOn: '2026-01-10',
    enterpriseId: 'e1',
    instituteId: 'i1',
    leadBrokerId: 'b1',
    shares: [],
  },
  signedAt: '2026-03-01',
  appliedAt: undefined,
  registration: { number: '20260001', registeredAt: '2026-04-01' },
  changes: [],
  deregistration: undefined,
  revocation: undefined,
  payments: [],
  confirmations: { seller: confirmed, buyer: confirmed },
};

const reason = (change: Partial<AgreementFacts>, on: Partial<ReportQuery> = {}) =>
  classify({ ...counted, ...change }, { ...query, ...on })?.excluded?.reason;
const brokerage = counted.brokerage!;

describe('report classification', () => {
  it('counts a brokered agreement of the period', () => {
    expect(classify(counted, query)?.rows).to.have.length(1);
  });

  it('names why an agreement is not a brokered one', () => {
    expect(reason({ brokerage: undefined })).to.equal('no_engagement');
    expect(reason({ brokerage: { ...brokerage, instituteId: 'i2' } })).to.equal('parties_differ');
    expect(reason({ brokerage: { ...brokerage, needVettedOn: undefined } })).to.equal(
      'need_not_vetted',
    );
    expect(reason({ brokerage: { ...brokerage, needVettedOn: '2026-03-02' } })).to.equal(
      'need_vetted_after_signing',
    );
    expect(reason({ brokerage: { ...brokerage, needVettedOn: '2026-03-01' } })).to.equal(undefined);
    expect(reason({ confirmations: { seller: confirmed } })).to.equal('not_confirmed');
  });

  it('does not ask that of a registered one', () => {
    const registered = { measure: 'registered' } as const;
    expect(reason({ brokerage: undefined, confirmations: {} }, registered)).to.equal(undefined);
    expect(reason({ registration: undefined }, registered)).to.equal('not_registered');
  });

  it('names what takes an agreement out of any measure', () => {
    expect(reason({ revocation: { on: '2026-11-01', code: 'void' } })).to.equal('revoked');
    expect(reason({ deregistration: { on: '2026-11-01', code: 'terminated' } })).to.equal(
      'deregistered',
    );
    expect(reason({ duplicateOf: 'a0' })).to.equal('duplicate');
    expect(reason({ intermediary: true })).to.equal('intermediary');
    expect(reason({}, { basis: 'paid' })).to.equal('not_paid');
  });

  it('leaves out what is of another period, district or flow', () => {
    expect(classify(counted, { ...query, from: '2026-03-02' })).to.equal(undefined);
    expect(classify(counted, { ...query, to: '2026-02-28' })).to.equal(undefined);
    expect(classify(counted, { ...query, flow: 'output' })).to.equal(undefined);
    expect(classify(counted, { ...query, flow: 'output', district: 'd2' })?.rows).to.have.length(1);
    expect(classify(counted, { ...query, flow: 'all', district: 'd3' })).to.equal(undefined);
  });

  it('takes both ends of the period', () => {
    const day = { from: '2026-03-01', to: '2026-03-01' };
    expect(classify(counted, { ...query, ...day })?.rows).to.have.length(1);
  });

  it('counts each payment of the period with its share', () => {
    const payments = [
      { id: '1', paidAt: '2025-12-31', amountFen: 333 },
      { id: '2', paidAt: '2026-02-01', amountFen: 333 },
      { id: '3', paidAt: '2026-03-01', amountFen: 334 },
    ];
    const rows = classify({ ...counted, payments }, { ...query, basis: 'paid' })?.rows ?? [];
    expect(rows.map((row) => [row.contractValueFen, row.technologyValueFen])).to.deep.equal([
      [333, 233],
      [334, 234],
    ]);
  });
});
