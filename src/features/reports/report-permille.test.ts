import { expect } from 'chai';
import fc from 'fast-check';
import { permilleOf } from './report-permille.ts';

describe('a rate in thousandths', () => {
  it('is rounded half away from zero', () => {
    const rates = [
      [15, 13, 1154],
      [-2, 3, -667],
      [1, 2000, 1],
      [-1, 2000, -1],
      [1, 2001, 0],
      [0, 7, 0],
    ] as const;
    for (const [part, whole, permille] of rates) {
      expect(permilleOf(part, whole), `${part} / ${whole}`).to.equal(permille);
    }
  });

  it('is within half a thousandth, however large the sums', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 1_000_000 }), (part, whole) => {
        const off = BigInt(permilleOf(part, whole)) * BigInt(whole) - BigInt(part) * 1000n;
        expect((off < 0n ? -off : off) * 2n <= BigInt(whole)).to.equal(true);
      }),
    );
  });
});
