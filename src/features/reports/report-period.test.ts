import { expect } from 'chai';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../calendar/dates.ts';
import { monthsOf, periodBefore } from './report-period.ts';

describe('the period before', () => {
  it('is the same stretch of the calendar', () => {
    const cases = [
      ['2026-01-01 2026-06-30', '2025-07-01 2025-12-31'],
      ['2026-07-01 2026-12-31', '2026-01-01 2026-06-30'],
      ['2026-04-01 2026-06-30', '2026-01-01 2026-03-31'],
      ['2024-03-01 2024-03-31', '2024-02-01 2024-02-29'],
      ['2026-01-01 2026-12-31', '2025-01-01 2025-12-31'],
      ['2026-01-01 2026-01-10', '2025-12-22 2025-12-31'],
      ['2026-03-15 2026-03-15', '2026-03-14 2026-03-14'],
    ];
    for (const [period, before] of cases) {
      const [from, to] = period!.split(' ') as [string, string];
      const found = periodBefore({ from, to });
      expect(`${found.from} ${found.to}`, period).to.equal(before);
    }
  });

  it('ends on the day before, and is as long where it is no whole months', () => {
    const offset = fc.integer({ min: 0, max: 9_000 });
    fc.assert(
      fc.property(offset, fc.integer({ min: 0, max: 500 }), (start, length) => {
        const from = addDays('2005-01-01', start);
        const to = addDays(from, length);
        const before = periodBefore({ from, to });
        expect(addDays(before.to, 1)).to.equal(from);
        const whole = from.endsWith('-01') && addDays(to, 1).endsWith('-01');
        if (whole) {
          expect(monthsOf(before)).to.have.length(monthsOf({ from, to }).length);
          expect(before.from.slice(8)).to.equal('01');
        } else expect(daysBetween(before.from, before.to)).to.equal(length);
      }),
    );
  });

  it('names every month that a period touches', () => {
    expect(monthsOf({ from: '2025-11-30', to: '2026-02-01' })).to.deep.equal([
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ]);
  });
});
