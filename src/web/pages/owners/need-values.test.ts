import { expect } from 'chai';
import { needChange } from './need-change.ts';
import { localFaults, type NeedValues, needInput, noIndicator, noNeed } from './need-values.ts';

const typed: NeedValues = {
  ...noNeed,
  title: '焊缝渗水',
  problem: '每批返修 8%',
  indicators: [
    { ...noIndicator, name: '返修率', relation: '<=', value: '２', unit: '%' },
    noIndicator,
    { ...noIndicator, name: '温度', relation: 'between', value: '-30', upper: '1,200', unit: '℃' },
  ],
};

describe('the form of a need', () => {
  it('sends numbers as people type them, and no empty lines', () => {
    const { indicators, ...rest } = needInput(typed);
    expect(indicators!.map(({ value }) => value)).to.eql([2, [-30, 1200]]);
    expect(rest).to.eql({
      title: '焊缝渗水',
      problem: '每批返修 8%',
      cooperationModes: [],
      confidential: {},
    });
  });

  it('keeps back what is no number', () => {
    expect(localFaults(typed)).to.eql([]);
    const bad = { ...noIndicator, name: '寿命', relation: 'between' as const, value: '很长' };
    const faults = localFaults({ ...typed, indicators: [bad], budgetFen: Number.NaN });
    expect(faults.map(({ path }) => path)).to.eql([
      'indicators.0.value',
      'indicators.0.upper',
      'budgetFen',
    ]);
  });

  it('patches what changed, and takes away what was emptied', () => {
    const before = { ...typed, product: '充电桩', budgetFen: 5_000_000 };
    const change = needChange(before, { ...before, product: '', title: '焊缝漏水' });
    expect(change).to.eql({ title: '焊缝漏水', product: null });
  });
});
