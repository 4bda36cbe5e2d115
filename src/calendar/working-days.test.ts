import { expect } from 'chai';
import fc from 'fast-check';
import { addDays, isDate, shanghaiDate, weekday } from './dates.ts';
import {
  addWorkingDays,
  isProvisional,
  isWorkingDay,
  workingDaysBetween,
  workingDeadline,
} from './working-days.ts';

/**
 * The notices 国办发明电〔2023〕7号, 〔2024〕12号 and the one of 4 November 2025, typed in from their
 * text: runs of days off (first, last) and the weekend days worked in return.
 */
const NOTICES = {
  2024: {
    off: '01-01 01-01, 02-10 02-17, 04-04 04-06, 05-01 05-05, 06-10 06-10, 09-15 09-17, 10-01 10-07',
    worked: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  },
  2025: {
    off: '01-01 01-01, 01-28 02-04, 04-04 04-06, 05-01 05-05, 05-31 06-02, 10-01 10-08',
    worked: '01-26 02-08 04-27 09-28 10-11',
  },
  2026: {
    off: '01-01 01-03, 02-15 02-23, 04-04 04-06, 05-01 05-05, 06-19 06-21, 09-25 09-27, 10-01 10-07',
    worked: '01-04 02-14 02-28 05-09 09-20 10-10',
  },
};

describe('working days', () => {
  for (const [year, { off, worked }] of Object.entries(NOTICES)) {
    it(`agrees with the State Council's notice on every day of ${year}`, () => {
      const runs = off.split(', ').map((run) => run.split(' '));
      const makeUp = new Set(worked.split(' '));
      for (let date = `${year}-01-01`; date.startsWith(year); date = addDays(date, 1)) {
        const day = date.slice(5);
        const holiday = runs.some(([first, last]) => day >= first! && day <= last!);
        const expected = makeUp.has(day) || (!holiday && weekday(date) <= 5);
        expect(isWorkingDay(date), date).to.equal(expected);
      }
    });
  }

  it('counts over a holiday and a make-up workday', () => {
    // Friday before the Spring Festival of 2026; Saturday the 14th is worked, 15–23 are off.
    expect(addWorkingDays('2026-02-13', 1)).to.equal('2026-02-14');
    expect(addWorkingDays('2026-02-13', 2)).to.equal('2026-02-24');
    expect(addWorkingDays('2026-02-24', -1)).to.equal('2026-02-14');
    expect(workingDaysBetween('2026-02-13', '2026-02-24')).to.equal(2);
    expect(workingDaysBetween('2026-02-24', '2026-02-13')).to.equal(-2);
  });

  it('begins the day after, and ends at 24:00 in Shanghai', () => {
    // 00:30 on Tuesday in Shanghai is still Monday in London.
    const asked = new Date('2026-11-23T16:30:00Z');
    expect(addWorkingDays(asked, 2)).to.equal('2026-11-26');
    expect(workingDeadline(asked, 2).toISOString()).to.equal('2026-11-26T16:00:00.000Z');
    expect(addWorkingDays('2026-11-28', 0)).to.equal('2026-11-30');
    expect(addWorkingDays('2026-11-27', 0)).to.equal('2026-11-27');
  });

  it('says when a year is provisional, and keeps the holidays fixed by statute', () => {
    expect([2024, 2025, 2026].map(isProvisional)).to.deep.equal([false, false, false]);
    expect(isProvisional(2090)).to.equal(true);
    expect(isWorkingDay('2090-05-01')).to.equal(false);
    expect(isWorkingDay('2090-05-03')).to.equal(true);
    expect(isWorkingDay('2090-05-06')).to.equal(false); // a Saturday
  });

  it('gives what it counts', () => {
    const instant = fc.date({
      min: new Date('2004-02-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 80 }), (from, n) => {
        const due = addWorkingDays(from, n);
        expect(isDate(due) && isWorkingDay(due)).to.equal(true);
        expect(workingDaysBetween(from, due)).to.equal(n);
        expect(addWorkingDays(addWorkingDays(shanghaiDate(from), 0), n) >= due).to.equal(true);
        expect(addWorkingDays(due, 1)).to.equal(addWorkingDays(from, n + 1));
        expect(workingDeadline(from, n).getTime()).to.be.greaterThan(from.getTime());
      }),
    );
  });

  it('refuses a date that is none and half a day', () => {
    expect(() => addWorkingDays('2026-02-30', 1)).to.throw(RangeError);
    expect(() => addWorkingDays('2026-02-10', 1.5)).to.throw(RangeError);
  });
});
