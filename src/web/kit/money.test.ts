import { expect } from 'chai';
import fc from 'fast-check';
import { amountIn, fenOf, money, moneyUnits, naturalUnit } from './money.ts';

const units = Object.keys(moneyUnits) as (keyof typeof moneyUnits)[];

describe('money on the page', () => {
  it('writes amounts as offices do', () => {
    expect(money(211_100_000_000, 'zh')).to.equal('21.11 亿元');
    expect(money(80_000_000, 'zh')).to.equal('80 万元');
    expect(money(123_456, 'zh')).to.equal('1,234.56 元');
    expect(money(0, 'zh')).to.equal('0 元');
    expect(money(-5, 'zh')).to.equal('−0.05 元');
    expect(money(123_456, 'en')).to.equal('CNY 1,234.56');
    expect(money(211_100_000_000, 'en')).to.equal('CNY 2,111 million');
    expect(amountIn(211_100_000_000, 'tenThousand')).to.equal('211,100');
    expect(naturalUnit(99_999_999)).to.equal('tenThousand');
  });

  it('reads back every amount that it wrote', () => {
    fc.assert(
      fc.property(fc.nat(1e15), fc.constantFrom(...units), (fen, unit) => {
        expect(fenOf(amountIn(fen, unit), unit)).to.equal(fen);
      }),
    );
  });

  it('takes what people type and refuses parts of a fen', () => {
    expect(fenOf('１，２３４．５', 'yuan')).to.equal(123_450);
    expect(fenOf(' 80 ', 'tenThousand')).to.equal(80_000_000);
    expect(fenOf('1.234', 'yuan')).to.equal(undefined);
    expect(fenOf('', 'yuan')).to.equal(undefined);
    expect(fenOf('-1', 'yuan')).to.equal(undefined);
    expect(fenOf('一百', 'yuan')).to.equal(undefined);
  });
});
