import { expect } from 'chai';
import fc from 'fast-check';
import { likeness, titleLikeness } from './agreement-duplicate.ts';
import type { Party } from './agreement-party.ts';

const party = (creditCode: string): Party => ({
  name: 'x',
  idKind: 'credit_code',
  creditCode,
  country: 'CN',
  nature: '150',
});
const base = {
  seller: party('91350100M000100Y43'),
  buyer: party('914403001922038216'),
  signedAt: '2026-03-01' as string | undefined,
  contractValueFen: 100,
  title: '高温密封材料的开发与应用',
};

describe('agreement likeness', () => {
  it('is exact for one title typed twice', () => {
    expect(likeness(base, { ...base, title: '高温密封材料的开发与应用。' })).to.equal('exact');
    expect(likeness(base, { ...base, title: ' 高温密封材料的 开发与应用' })).to.equal('exact');
  });

  it('is similar for nearly the same title', () => {
    expect(likeness(base, { ...base, title: '高温密封材料开发与应用' })).to.equal('similar');
    expect(likeness(base, { ...base, title: '污水处理设备的采购咨询' })).to.equal('different');
  });

  it('needs the same parties, day and amount', () => {
    expect(likeness(base, { ...base, signedAt: '2026-03-02' })).to.equal('different');
    expect(likeness(base, { ...base, contractValueFen: 101 })).to.equal('different');
    expect(likeness(base, { ...base, seller: base.buyer })).to.equal('different');
    expect(likeness({ ...base, signedAt: undefined }, { ...base, signedAt: undefined })).to.equal(
      'different',
    );
  });

  it('is symmetric, and between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const score = titleLikeness(a, b);
        expect(score).to.equal(titleLikeness(b, a)).and.to.be.within(0, 1);
      }),
    );
  });
});
