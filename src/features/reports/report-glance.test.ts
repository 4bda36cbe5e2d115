import { expect } from 'chai';
import fc from 'fast-check';
import { flowSides, groupings } from '../../vocabulary.ts';
import type { AgreementFacts, CountedRow, Figures, ReportQuery } from './report.ts';
import { createAchievementFold } from './report-achievements.ts';
import { aQuery, someFacts } from './report-arbitrary.ts';
import { classify } from './report-classify.ts';
import { createFlowFold } from './report-flows.ts';
import { createGlanceFold } from './report-glance.ts';
import { isBehind, type RowFilter } from './report-grouping.ts';
import { nobody, partsOf } from './report-share.ts';
import { summarize } from './report-summary.ts';

const rowsOf = (all: AgreementFacts[], query: ReportQuery, filter: RowFilter = {}): CountedRow[] =>
  all
    .flatMap((one) => classify(one, query)?.rows ?? [])
    .filter((row) => isBehind(row, filter, query.district));

const sumOf = (rows: CountedRow[]): Figures => ({
  achievements: new Set(rows.flatMap((row) => row.facts.achievementIds)).size,
  agreements: new Set(rows.map((row) => row.facts._id)).size,
  contractValueFen: rows.reduce((sum, row) => sum + row.contractValueFen, 0),
  technologyValueFen: rows.reduce((sum, row) => sum + row.technologyValueFen, 0),
});

const fold = <R>(all: AgreementFacts[], into: { add(one: AgreementFacts): void; result(): R }) => {
  for (const one of all) into.add(one);
  return into.result();
};

describe('the rows behind a figure', () => {
  it('add up to every group of the summary, with its achievements', () => {
    fc.assert(
      fc.property(someFacts, aQuery, fc.constantFrom(...groupings), (all, asked, groupBy) => {
        const query = { ...asked, groupBy };
        const { groups, excluded: _, ...total } = summarize(all, query);
        expect(sumOf(rowsOf(all, query))).to.deep.equal(total);
        for (const { key, ...figures } of groups) {
          expect(sumOf(rowsOf(all, query, { groupBy, key }))).to.deep.equal(figures);
          const achievements = fold(all, createAchievementFold(query, { groupBy, key }));
          expect(achievements).to.have.length(figures.achievements);
        }
      }),
    );
  });

  it('add up to every flow, and the flows to the summary', () => {
    fc.assert(
      fc.property(someFacts, aQuery, fc.constantFrom(...flowSides), (all, query, by) => {
        const { flows, ...total } = fold(all, createFlowFold(query, by));
        const { groups: _, excluded: __, ...summary } = summarize(all, query);
        expect(total).to.deep.equal(summary);
        for (const { seller, buyer, ...figures } of flows) {
          expect(sumOf(rowsOf(all, query, { by, seller, buyer }))).to.deep.equal(figures);
        }
        const values = flows.reduce((sum, flow) => sum + flow.technologyValueFen, 0);
        expect(values).to.equal(summary.technologyValueFen);
      }),
    );
  });

  it('name each achievement once, with the first agreement that brought it in', () => {
    fc.assert(
      fc.property(someFacts, aQuery, (all, query) => {
        const found = fold(all, createAchievementFold(query, {}));
        expect(new Set(found.map((one) => one.capabilityId)).size).to.equal(found.length);
        for (const one of found) {
          const rows = rowsOf(all, query).filter(({ facts }) =>
            facts.achievementIds.includes(one.capabilityId),
          );
          expect(one.agreements).to.equal(new Set(rows.map((row) => row.facts._id)).size);
          expect(one.on).to.equal(rows.map((row) => row.on).toSorted()[0]);
        }
      }),
    );
  });

  it('are each divided among brokers without a fen lost', () => {
    const shares = fc.array(
      fc.record({
        brokerId: fc.constantFrom('b1', 'b2', 'b3', 'b4'),
        percent: fc.integer({ min: 1, max: 2_500 }).map((hundredths) => hundredths / 100),
      }),
      { maxLength: 4 },
    );
    const lead = fc.option(fc.constantFrom('b1', 'b2'), { nil: undefined });
    fc.assert(
      fc.property(shares, lead, fc.maxSafeNat(), (some, leadBrokerId, technologyValueFen) => {
        const facts = { brokerage: { shares: some, leadBrokerId } } as unknown as AgreementFacts;
        const row = { facts, on: '2026-01-01', contractValueFen: 0, technologyValueFen };
        const parts = partsOf(row);
        const sum = [...parts.values()].reduce((all, part) => all + BigInt(part), 0n);
        expect(sum).to.equal(BigInt(technologyValueFen));
        for (const part of parts.values()) expect(part).to.be.at.least(0);
        expect(parts.has(leadBrokerId ?? nobody)).to.equal(true);
      }),
    );
  });

  it('make a glance: each period as its summary, its months adding up to it', () => {
    fc.assert(
      fc.property(someFacts, aQuery, (all, asked) => {
        const query = { ...asked, groupBy: undefined };
        const glance = fold(all, createGlanceFold(query));
        for (const period of [glance.current, glance.before]) {
          const { from, to, figures, months, excluded } = period;
          const { groups: _, ...summary } = summarize(all, { ...query, from, to });
          const { needsSolved, ...counted } = figures;
          expect({ ...counted, excluded }).to.deep.equal(summary);
          expect(needsSolved).to.equal(0);
          const values = months.reduce((sum, month) => sum + month.technologyValueFen, 0);
          expect(values).to.equal(figures.technologyValueFen);
        }
      }),
    );
  });

  it('tell the change exactly, in thousandths where there was something before', () => {
    const glance = createGlanceFold({
      ...{ district: 'd1', from: '2026-01-01', to: '2026-06-30' },
      ...{ measure: 'registered', basis: 'signed', flow: 'absorbed' },
    });
    for (const [needId, on] of [
      ['n1', '2025-12-31'],
      ['n2', '2025-07-01'],
      ['n3', '2025-08-01'],
      ['n1', '2026-01-01'],
      ['n1', '2026-02-01'],
      ['n9', '2025-06-30'],
    ] as const) {
      glance.solve({ needId, on });
    }
    const { current, before, change, changePermille } = glance.result();
    expect([current.figures.needsSolved, before.figures.needsSolved]).to.deep.equal([1, 3]);
    expect(current.months.map((month) => month.needsSolved)).to.deep.equal([1, 1, 0, 0, 0, 0]);
    expect(change.needsSolved).to.equal(-2);
    expect(changePermille).to.deep.equal({ needsSolved: -667 });
  });
});
