import { expect } from 'chai';
import fc from 'fast-check';
import { UnreadableCell } from '../row.ts';
import { numberText } from './cell-text.ts';

const faultOf = (cell: string | UnreadableCell) =>
  cell instanceof UnreadableCell ? cell.code : cell;

describe('the text of a number in a workbook', () => {
  it('is what was typed, without noise or exponents', () => {
    for (const [number, text] of [
      [10_000.1, '10000.1'],
      [Number('10000.100000000001'), '10000.1'],
      [0.1 + 0.2, '0.3'],
      [Number('1.1000000000000001'), '1.1'],
      [13_805_741_234, '13805741234'],
      [123_456_789_012_345, '123456789012345'],
      [-0.5, '-0.5'],
      [0, '0'],
      [1e-7, '0.0000001'],
    ] as const) {
      expect(numberText(number, 'plain', false)).to.equal(text);
    }
  });

  it('gives back every amount in fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (fen) => {
        const yuan = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
        const plain = yuan.replace(/\.?0+$/, (zeros) => (zeros.includes('.') ? '' : zeros));
        const wanted = plain.includes('.') ? plain.replace(/0+$/, '') : plain;
        expect(numberText(fen / 100, 'plain', false)).to.equal(wanted);
      }),
    );
  });

  it('is a fault where the spreadsheet has rounded it', () => {
    for (const number of [1e15, Number('913302061234567890'), -1e20]) {
      expect(faultOf(numberText(number, 'plain', false))).to.equal('rounded_number');
    }
  });

  it('keeps leading zeros and percents as they are shown', () => {
    expect(numberText(7, 'zeros 6', false)).to.equal('000007');
    expect(numberText(0.07, 'percent', false)).to.equal('7%');
    expect(numberText(0.1234, 'percent', false)).to.equal('12.34%');
  });

  it('is a day of either calendar, or the time of day', () => {
    for (const [serial, kind, from1904, text] of [
      [46_027, 'day', false, '2026-01-05'],
      [44_565, 'day', true, '2026-01-05'],
      [46_027.99, 'day', false, '2026-01-05'],
      [46_027, 'moment', false, '2026-01-05'],
      [46_027.5, 'moment', false, '2026-01-05 12:00:00'],
      [46_027.999999, 'moment', false, '2026-01-06'],
      [0.354166666666667, 'time', false, '08:30:00'],
      [1, 'day', false, '1900-01-01'],
      [59, 'day', false, '1900-02-28'],
      [61, 'day', false, '1900-03-01'],
      [2_958_465, 'day', false, '9999-12-31'],
      [0, 'day', true, '1904-01-01'],
    ] as const) {
      expect(numberText(serial, kind, from1904), `${serial} ${kind}`).to.equal(text);
    }
    for (const serial of [-1, 0, 60, 2_958_466, 1e300, Number.NaN]) {
      expect(numberText(serial, 'day', false), `${serial}`).to.be.instanceOf(UnreadableCell);
    }
  });
});
