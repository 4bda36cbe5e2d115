import { expect } from 'chai';
import fc from 'fast-check';
import { addFen } from '../agreements/agreement-money.ts';
import type { AgreementFacts, ReportQuery } from './report.ts';
import {
  type Adjustment,
  adjusted,
  adjustmentsBetween,
  type Contribution,
  contributions,
  difference,
  figuresOf,
  periodsToAdjust,
} from './report-adjustment.ts';
import { aQuery, someFacts } from './report-arbitrary.ts';
import { classify } from './report-classify.ts';
import { summarize } from './report-summary.ts';

const of = (all: AgreementFacts[], query: ReportQuery) =>
  contributions(
    all.flatMap((agreement) =>
      (classify(agreement, query)?.rows ?? []).map(({ facts, ...row }) => ({
        agreementId: facts._id,
        contractValueFen: row.contractValueFen,
        technologyValueFen: row.technologyValueFen,
        achievementIds: facts.achievementIds,
      })),
    ),
  );

const contribution = fc.record({
  agreementId: fc.constantFrom('a1', 'a2', 'a3', 'a4'),
  contractValueFen: fc.nat(),
  technologyValueFen: fc.nat(),
  achievementIds: fc.uniqueArray(fc.constantFrom('c1', 'c2')),
});
const period = fc
  .uniqueArray(contribution, { selector: (one) => one.agreementId })
  .map((rows) => contributions(rows));
const plain = (all: Map<string, Contribution>) =>
  [...all.values()].toSorted((a, b) => (a.agreementId < b.agreementId ? -1 : 1));

describe('report adjustments', () => {
  it('are what leads from the published to the recomputed figures, however often', () => {
    fc.assert(
      fc.property(fc.array(period, { minLength: 2, maxLength: 5 }), ([published, ...states]) => {
        const carried: Adjustment[] = [];
        for (const state of states) {
          const known = adjusted(published!, carried);
          const next = adjustmentsBetween(known, state, new Map());
          carried.push(...next);
          const sum = (key: 'contractValueFen' | 'technologyValueFen') =>
            next.reduce((total, one) => total + one[key], 0);
          const change = difference(figuresOf(known), figuresOf(state));
          expect(sum('contractValueFen')).to.equal(change.contractValueFen);
          expect(sum('technologyValueFen')).to.equal(change.technologyValueFen);
          expect(plain(adjusted(published!, carried))).to.deep.equal(plain(state));
        }
        const total = carried.reduce((sum, one) => sum + one.technologyValueFen, 0);
        expect(figuresOf(published!).technologyValueFen + total).to.equal(
          figuresOf(states.at(-1)!).technologyValueFen,
        );
      }),
    );
  });

  it('of agreements: published + adjustments = recomputed', () => {
    fc.assert(
      fc.property(someFacts, someFacts, aQuery, (then, now, query) => {
        const [before, after] = [of(then, query), of(now, query)];
        const carried = adjustmentsBetween(before, after, new Map());
        const was = summarize(then, query);
        const is = summarize(now, query);
        expect(
          carried.reduce((sum, one) => addFen(sum, one.technologyValueFen), was.technologyValueFen),
        ).to.equal(is.technologyValueFen);
        expect(figuresOf(adjusted(before, carried))).to.deep.equal({
          achievements: is.achievements,
          agreements: is.agreements,
          contractValueFen: is.contractValueFen,
          technologyValueFen: is.technologyValueFen,
        });
      }),
    );
  });

  it('say why', () => {
    const row = (agreementId: string, technologyValueFen: number) => ({
      agreementId,
      contractValueFen: 10,
      technologyValueFen,
      achievementIds: [],
    });
    const before = contributions([
      row('same', 1),
      row('gone', 2),
      row('changed', 3),
      row('lost', 4),
    ]);
    const after = contributions([row('same', 1), row('changed', 5), row('late', 6)]);
    const reasons = adjustmentsBetween(before, after, new Map([['gone', 'revoked'] as const]));
    expect(
      reasons.map((one) => [one.agreementId, one.reason, one.technologyValueFen]),
    ).to.deep.equal([
      ['changed', 'changed', 2],
      ['gone', 'revoked', -2],
      ['late', 'arrived', 6],
      ['lost', 'left', -4],
    ]);
  });

  it('touch each earlier day once', () => {
    const period = (from: string, to: string) => ({ from: `2026-${from}`, to: `2026-${to}` });
    const q1 = period('01-01', '03-31');
    const q2 = period('04-01', '06-30');
    const half = period('01-01', '06-30');
    const q3 = period('07-01', '09-30');
    expect(periodsToAdjust([q2, q1], q3)).to.deep.equal([q1, q2]);
    expect(periodsToAdjust([q1, q2, half], q3)).to.deep.equal([half]);
    expect(periodsToAdjust([half], q2)).to.deep.equal([]);
    expect(periodsToAdjust([half], half)).to.deep.equal([]);
  });
});
