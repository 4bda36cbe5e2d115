import { expect } from 'chai';
import * as fc from 'fast-check';
import { addDays, daysBetween } from '../../../../calendar/dates.ts';
import { kindOf, latest, monthWithin, neighbour, periodAround, periodKinds } from './period.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days));

describe('periods of an office', () => {
  it('are half-years, quarters, months and years', () => {
    expect(periodAround('2026-06-30', 'half')).to.eql({ from: '2026-01-01', to: '2026-06-30' });
    expect(periodAround('2026-07-01', 'half')).to.eql({ from: '2026-07-01', to: '2026-12-31' });
    expect(periodAround('2024-02-10', 'month')).to.eql({ from: '2024-02-01', to: '2024-02-29' });
    expect(kindOf({ from: '2026-04-01', to: '2026-06-30' })).to.eql({
      ...{ kind: 'quarter', year: 2026, n: 2 },
    });
    expect(kindOf({ from: '2026-04-02', to: '2026-06-30' })).to.equal(undefined);
    expect(latest('2026-11-23', 'half', 2).map(({ from }) => from)).to.eql([
      '2026-07-01',
      '2026-01-01',
    ]);
  });

  it('hold their day, have a name, and meet their neighbours without a gap', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...periodKinds), (date, kind) => {
        const period = periodAround(date, kind);
        expect(period.from <= date && date <= period.to).to.equal(true);
        expect(kindOf(period)?.kind).to.equal(kind);
        const next = neighbour(period, 1);
        expect(daysBetween(period.to, next.from)).to.equal(1);
        expect(neighbour(next, -1)).to.eql(period);
      }),
    );
  });

  it('of no name move by their own length', () => {
    expect(neighbour({ from: '2026-01-05', to: '2026-01-14' }, -1)).to.eql({
      from: '2025-12-26',
      to: '2026-01-04',
    });
    expect(monthWithin('2026-01', { from: '2026-01-05', to: '2026-03-02' })).to.eql({
      from: '2026-01-05',
      to: '2026-01-31',
    });
  });
});
