import { expect } from 'chai';
import fc from 'fast-check';
import { sumFen } from '../agreements/agreement-money.ts';
import { aQuery, someFacts } from './report-arbitrary.ts';
import { classify } from './report-classify.ts';
import { summarize } from './report-summary.ts';

describe('report summary', () => {
  it('is the sum of the rows behind it', () => {
    fc.assert(
      fc.property(someFacts, aQuery, (all, query) => {
        const rows = all.flatMap((facts) => classify(facts, query)?.rows ?? []);
        const summary = summarize(all, query);
        expect(summary.contractValueFen).to.equal(sumFen(rows.map((row) => row.contractValueFen)));
        expect(summary.technologyValueFen).to.equal(
          sumFen(rows.map((row) => row.technologyValueFen)),
        );
        expect(summary.agreements).to.equal(new Set(rows.map((row) => row.facts._id)).size);
        expect(summary.achievements).to.equal(
          new Set(rows.flatMap((row) => row.facts.achievementIds)).size,
        );
      }),
    );
  });

  it('has groups that add up to it', () => {
    fc.assert(
      fc.property(someFacts, aQuery, (all, query) => {
        const { groups, ...total } = summarize(all, query);
        const add = (key: keyof (typeof groups)[number]) =>
          sumFen(groups.map((group) => group[key] as number));
        expect(add('contractValueFen')).to.equal(total.contractValueFen);
        expect(add('technologyValueFen')).to.equal(total.technologyValueFen);
        const splits = query.basis === 'paid' && query.groupBy === 'month';
        if (!splits) expect(add('agreements')).to.equal(total.agreements);
        expect(add('achievements')).to.be.at.least(total.achievements);
      }),
    );
  });

  it('does not depend on the order of the agreements', () => {
    fc.assert(
      fc.property(someFacts, aQuery, fc.integer(), (all, query, seed) => {
        const shuffled = all.toSorted((a, b) => hash(a._id, seed) - hash(b._id, seed));
        expect(summarize(shuffled, query)).to.deep.equal(summarize(all, query));
      }),
    );
  });

  it('counts or excludes each agreement of the period once, and leaves others out', () => {
    fc.assert(
      fc.property(someFacts, aQuery, (all, query) => {
        const summary = summarize(all, query);
        const placed = all.filter((facts) => classify(facts, query) !== undefined);
        const excluded = sumFen(summary.excluded.map(({ count }) => count));
        expect(summary.agreements + excluded).to.equal(placed.length);
      }),
    );
  });

  it('is for brokered never more than for registered on the register basis', () => {
    fc.assert(
      fc.property(someFacts, aQuery, (all, query) => {
        const of = (measure: 'brokered' | 'registered') =>
          summarize(all, { ...query, measure, basis: 'registered' }).technologyValueFen;
        expect(of('brokered')).to.be.at.most(of('registered'));
      }),
    );
  });

  it('splits a year into its halves', () => {
    fc.assert(
      fc.property(someFacts, aQuery, (all, query) => {
        const over = (from: string, to: string) =>
          summarize(all, { ...query, from: `2026-${from}`, to: `2026-${to}` });
        const [first, second] = [over('01-01', '06-30'), over('07-01', '12-31')];
        const year = over('01-01', '12-31');
        expect(first.technologyValueFen + second.technologyValueFen).to.equal(
          year.technologyValueFen,
        );
      }),
    );
  });

  it('does not see what happened after the as-of day', () => {
    fc.assert(
      fc.property(someFacts, aQuery, (all, query) => {
        const then = { ...query, asOf: '2026-06-30' };
        const later = '2026-07-01';
        const before = all.map((facts) => ({ ...facts, changes: [], revocation: undefined }));
        const touched = before.map((facts) => ({
          ...facts,
          revocation: { on: later, code: 'fake' as const },
          technologyValueFen: 0,
          changes: [{ on: later, before: { technologyValueFen: facts.technologyValueFen } }],
          payments: [...facts.payments, { id: 'z', paidAt: later, amountFen: 1 }],
        }));
        expect(summarize(touched, then)).to.deep.equal(summarize(before, then));
      }),
    );
  });
});

const hash = (id: string, seed: number): number =>
  [...id].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) | 0, seed);
