import { expect } from 'chai';
import fc from 'fast-check';
import { foreignDiffers, foreignInFen } from './agreement-foreign.ts';

describe('foreign amount', () => {
  it('is turned into fen without losing a digit', () => {
    expect(foreignInFen({ amount: '1000000', rate: '7.1234' })).to.equal(712_340_000n);
    expect(foreignInFen({ amount: '0.01', rate: '0.5' })).to.equal(1n);
    expect(foreignInFen({ amount: '1e3', rate: '7' })).to.equal(undefined);
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 1_000_000 }), (cents, tenThousandths) => {
        const amount = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        const rate = (tenThousandths / 10_000).toFixed(4);
        const exact = (BigInt(cents) * BigInt(tenThousandths) + 5_000n) / 10_000n;
        return foreignInFen({ amount, rate }) === exact;
      }),
    );
  });

  it('may differ by a thousandth and no more', () => {
    const foreign = { amount: '1000', rate: '7', rateDate: '2026-01-05' };
    expect(foreignDiffers(foreign, 700_700)).to.equal(false);
    expect(foreignDiffers(foreign, 700_701)).to.equal(true);
  });
});
