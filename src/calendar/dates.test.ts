import { expect } from 'chai';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  daysBetween,
  endOfDay,
  isDate,
  parseDate,
  shanghaiDate,
  startOfDay,
  weekday,
} from './dates.ts';

const anyDate = fc
  .date({ min: new Date('1995-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((at) => shanghaiDate(at));

describe('dates', () => {
  it('takes only a real day written as YYYY-MM-DD', () => {
    for (const good of ['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01'])
      expect(isDate(good), good).to.equal(true);
    const bad = ['2025-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1'];
    bad.push(
      '2026-01-01T00:00:00Z',
      ' 2026-01-01',
      '2026-01-01\n',
      '２０２６-01-01',
      '0000-01-01',
      '',
    );
    for (const text of bad) expect(isDate(text), JSON.stringify(text)).to.equal(false);
    expect(() => parseDate('2026-02-30')).to.throw(RangeError, '2026-02-30');
  });

  it('reads the day in Shanghai, whatever the zone of the process', () => {
    expect(shanghaiDate(new Date('2026-01-01T15:59:59.999Z'))).to.equal('2026-01-01');
    expect(shanghaiDate(new Date('2026-01-01T16:00:00.000Z'))).to.equal('2026-01-02');
    expect(() => shanghaiDate(new Date(Number.NaN))).to.throw(RangeError);
    const zone = process.env.TZ;
    try {
      for (const tz of ['America/New_York', 'Pacific/Apia', 'UTC']) {
        process.env.TZ = tz;
        expect(shanghaiDate(new Date('2026-03-08T16:30:00Z')), tz).to.equal('2026-03-09');
        expect(addMonths('2026-03-31', 1), tz).to.equal('2026-04-30');
        expect(addDays('2026-03-07', 2), tz).to.equal('2026-03-09');
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('ends a day where the next begins', () => {
    expect(endOfDay('2026-11-25').toISOString()).to.equal('2026-11-25T16:00:00.000Z');
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(endOfDay(date)).to.deep.equal(startOfDay(addDays(date, 1)));
        expect(shanghaiDate(startOfDay(date))).to.equal(date);
        expect(shanghaiDate(new Date(endOfDay(date).getTime() - 1))).to.equal(date);
      }),
    );
  });

  it('adds days and counts them', () => {
    expect(addDays('2024-02-28', 2)).to.equal('2024-03-01');
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -2000, max: 2000 }), (date, n) => {
        expect(daysBetween(date, addDays(date, n))).to.equal(n);
        expect(addDays(addDays(date, n), -n)).to.equal(date);
      }),
    );
  });

  it('adds months, the last day standing in for one that the month lacks', () => {
    expect(addMonths('2026-01-31', 1)).to.equal('2026-02-28');
    expect(addMonths('2024-01-31', 1)).to.equal('2024-02-29');
    expect(addMonths('2026-01-31', 2)).to.equal('2026-03-31');
    expect(addMonths('2026-11-15', 3)).to.equal('2027-02-15');
    expect(addMonths('2026-03-31', -1)).to.equal('2026-02-28');
    expect(addMonths('2026-01-15', -13)).to.equal('2024-12-15');
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -60, max: 60 }), (date, n) => {
        const later = addMonths(date, n);
        expect(isDate(later)).to.equal(true);
        const months = (d: string) => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7));
        expect(months(later) - months(date)).to.equal(n);
        expect(later.slice(8) <= date.slice(8)).to.equal(true);
      }),
    );
  });

  it('knows the weekday', () => {
    expect(weekday('2026-11-23')).to.equal(1);
    expect(weekday('2026-11-29')).to.equal(7);
    expect(weekday('1969-12-31')).to.equal(3);
  });

  it('refuses what is no whole number or leaves the years', () => {
    expect(() => addDays('2026-01-01', 0.5)).to.throw(RangeError);
    expect(() => addMonths('9999-12-01', 1)).to.throw(RangeError);
  });
});
