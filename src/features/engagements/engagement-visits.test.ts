import { expect } from 'chai';
import fc from 'fast-check';
import { addMonths, daysBetween, isDate } from '../../calendar/dates.ts';
import { isWorkingDay } from '../../calendar/working-days.ts';
import { visitSeries, visitsAfterSigning } from './engagement-visits.ts';

describe('planned visits', () => {
  it('cover a year after the signing, every three months', () => {
    expect(visitsAfterSigning('2026-03-31', 3)).to.deep.equal([
      '2026-06-30',
      '2026-09-30',
      '2026-12-31',
      '2027-03-31',
    ]);
  });

  it('move off the National Day week to the next working day', () => {
    expect(visitsAfterSigning('2025-07-01', 3)[0]).to.equal('2025-10-09');
  });

  it('are one as it was asked for, or a year of them from that day', () => {
    expect(visitSeries('2026-10-03', undefined)).to.deep.equal(['2026-10-03']);
    expect(visitSeries('2026-01-15', 6)).to.deep.equal(['2026-01-15', '2026-07-15']);
    expect(visitSeries('2026-01-15', 12)).to.deep.equal(['2026-01-15']);
  });

  it('stay within the year, in order, on working days close to their date', () => {
    const date = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
      .map((one) => one.toISOString().slice(0, 10));
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 12 }), (signedAt, every) => {
        const days = visitsAfterSigning(signedAt, every);
        expect(days).to.have.length(Math.floor(12 / every));
        days.forEach((day, n) => {
          expect(isDate(day) && isWorkingDay(day)).to.equal(true);
          const late = daysBetween(addMonths(signedAt, (n + 1) * every), day);
          expect(late).to.be.within(0, 12);
          if (n > 0) expect(day > days[n - 1]!).to.equal(true);
        });
      }),
    );
  });
});
