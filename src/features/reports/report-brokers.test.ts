import { expect } from 'chai';
import fc from 'fast-check';
import { officeMinutesBetween } from '../../calendar/working-time.ts';
import { proposalAnswers, turnOutcomes } from '../../vocabulary.ts';
import type { Turn } from '../brokers/assignment.ts';
import { aQuery, someFacts } from './report-arbitrary.ts';
import { type BrokerRow, sortBrokers } from './report-broker-table.ts';
import { createBrokerFold } from './report-brokers.ts';
import { classify } from './report-classify.ts';
import { isBehind } from './report-grouping.ts';
import { median, proposalsOf } from './report-proposals.ts';
import { partsOf } from './report-share.ts';
import { summarize } from './report-summary.ts';

const instant = fc
  .integer({ min: 0, max: 60 * 24 * 40 })
  .map((minute) => new Date(Date.parse('2026-03-01T00:00:00+08:00') + minute * 60_000));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const aTurn = fc
  .record({
    id: fc.uuid(),
    brokerId: fc.constantFrom('b1', 'b2', 'b3'),
    at: instant,
    accepted: maybe(fc.nat({ max: 9_000 })),
    ended: maybe(fc.nat({ max: 9_000 })),
    outcome: fc.constantFrom(...turnOutcomes.slice(2)),
  })
  .map(({ accepted, ended, outcome, at, ...rest }) => {
    const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
    return {
      ...{ ...rest, at, due: at },
      ...(accepted !== undefined && { acceptedAt: later(accepted) }),
      ...(ended !== undefined && { outcome, endedAt: later(ended) }),
    } as Turn;
  });

describe('the brokers’ table', () => {
  it('counts every proposal of the period once, by its answer', () => {
    const period = { from: '2026-03-05', to: '2026-03-31' };
    fc.assert(
      fc.property(fc.array(aTurn, { maxLength: 30 }), instant, (turns, until) => {
        const found = proposalsOf({ needId: 'n', turns }, period, until);
        const fold = createBrokerFold();
        for (const one of found) fold.proposed(one);
        const { ids, of, total } = fold.result();
        expect(total.proposals).to.equal(found.length);
        for (const figures of [total, ...ids.map(of)]) {
          const { accepted, declined, expired, waiting, takenBack, proposals } = figures;
          expect(accepted + declined + expired + waiting + takenBack).to.equal(proposals);
          expect(figures.answerMinutes === null).to.equal(accepted + declined === 0);
        }
        for (const id of ids) {
          const own = found.filter((one) => one.brokerId === id);
          const minutes = own.flatMap(({ answerMinutes }) => answerMinutes ?? []);
          expect(of(id).answerMinutes).to.equal(median(minutes) ?? null);
        }
        for (const one of found) {
          expect(proposalAnswers).to.include(one.answer);
          if (one.answeredAt) {
            expect(one.answerMinutes).to.equal(officeMinutesBetween(one.at, one.answeredAt));
          }
        }
      }),
    );
  });

  it('divides what is counted: each broker’s figures are those of its rows', () => {
    fc.assert(
      fc.property(someFacts, aQuery, (all, query) => {
        const rows = all.flatMap((one) => classify(one, query)?.rows ?? []);
        const fold = createBrokerFold();
        for (const row of rows) fold.counted(row);
        const { ids, of, total, withoutBroker } = fold.result();
        const summary = summarize(all, query);
        expect(total.agreements).to.equal(summary.agreements);
        expect(total.technologyValueFen).to.equal(summary.technologyValueFen);
        let sum = withoutBroker.technologyValueFen;
        for (const brokerId of ids) {
          const own = rows.filter((row) => isBehind(row, { brokerId }, query.district));
          const value = own.reduce((all, row) => all + partsOf(row).get(brokerId)!, 0);
          expect(of(brokerId).technologyValueFen).to.equal(value);
          expect(of(brokerId).agreements).to.equal(new Set(own.map((r) => r.facts._id)).size);
          sum += value;
        }
        expect(sum).to.equal(summary.technologyValueFen);
      }),
    );
  });

  it('sorts by a column, with those that have no value at the end', () => {
    const row = (brokerId: string, answerMinutes: number | null) =>
      ({ brokerId, answerMinutes }) as BrokerRow;
    const rows = [row('a', null), row('b', 5), row('c', 90), row('d', 5)];
    const sorted = (sort: string) => sortBrokers(rows, sort).map(({ brokerId }) => brokerId);
    expect(sorted('answerMinutes')).to.deep.equal(['b', 'd', 'c', 'a']);
    expect(sorted('-answerMinutes')).to.deep.equal(['c', 'b', 'd', 'a']);
  });

  it('takes of an even number the lower of the middle two', () => {
    expect(median([])).to.equal(undefined);
    expect(median([9, 1, 5])).to.equal(5);
    expect(median([9, 1, 5, 2])).to.equal(2);
  });
});
