import { expect } from 'chai';
import fc from 'fast-check';
import { officeMinutesBetween } from './working-time.ts';

const at = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`);

describe('office minutes', () => {
  it('count from nine to five on working days only', () => {
    const cases: [string, string, string, string, number][] = [
      ['2026-11-23', '10:00', '2026-11-23', '11:30', 90],
      ['2026-11-23', '07:00', '2026-11-23', '09:05', 5],
      ['2026-11-23', '16:00', '2026-11-24', '09:30', 90],
      // A weekend lies between.
      ['2026-11-20', '16:30', '2026-11-23', '09:30', 60],
      ['2026-11-21', '08:00', '2026-11-22', '23:00', 0],
      // The National Day of 2026: off from 1 to 7 October, Saturday the 10th is worked.
      ['2026-09-30', '16:00', '2026-10-08', '10:00', 120],
      ['2026-10-09', '17:00', '2026-10-10', '17:00', 480],
      ['2026-11-23', '22:00', '2026-11-23', '23:00', 0],
    ];
    for (const [day, time, to, until, minutes] of cases) {
      const found = officeMinutesBetween(at(day, time), at(to, until));
      expect(found, `${day} ${time} – ${to} ${until}`).to.equal(minutes);
    }
  });

  it('add up where a stretch is cut, to the minute', () => {
    const minute = fc.integer({ min: 0, max: 60 * 24 * 40 });
    const instant = (n: number) => new Date(at('2026-09-10', '00:00').getTime() + n * 60_000);
    fc.assert(
      fc.property(fc.tuple(minute, minute, minute), (some) => {
        const [a, b, c] = some.toSorted((x, y) => x - y).map(instant) as [Date, Date, Date];
        const sum = officeMinutesBetween(a, b) + officeMinutesBetween(b, c);
        expect(sum).to.equal(officeMinutesBetween(a, c));
      }),
    );
  });
});
