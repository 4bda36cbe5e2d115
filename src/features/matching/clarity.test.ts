import { expect } from 'chai';
import { clarity } from './clarity.ts';

describe('clarity', () => {
  it('finds nothing missing in a need that tells everything', () => {
    const { score, missing } = clarity({
      title: '户外保险杠两年就发白',
      problem:
        '我们给客户的商用车做聚丙烯保险杠，注塑成型，现在加的是普通光稳定剂，海边用户用两年表面就发白。希望耐候寿命提高到五年以上，色差不超过3%。',
    });
    expect(missing).to.deep.equal([]);
    expect(score).to.equal(100);
  });

  it('names what is missing', () => {
    const { score, missing } = clarity({ title: '求合作', problem: '想找人谈谈。' });
    expect(missing).to.include.members(['material', 'efficacy', 'quantity']);
    expect(score).to.be.below(20);
  });

  it('takes an indicator for a quantity', () => {
    const need = { title: '轴承', problem: '轴承老坏' };
    const indicators = [{ name: '寿命', relation: '>=', value: 3000, unit: '小时' }];
    expect(clarity(need).missing).to.include('quantity');
    expect(clarity({ ...need, indicators }).missing).to.not.include('quantity');
  });

  it('bears an empty, a broken and a huge text', () => {
    expect(clarity({ title: '', problem: '' }).score).to.equal(0);
    expect(clarity({ title: '\ud800', problem: '\u202e' }).missing).to.have.length(6);
    expect(clarity({ title: '钢'.repeat(1e5), problem: '一'.repeat(1e5) }).score).to.be.within(
      0,
      100,
    );
  });
});
