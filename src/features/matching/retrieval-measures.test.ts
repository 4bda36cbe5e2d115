import { expect } from 'chai';
import { hit, ndcg, ndcgJudged, recall, reciprocalRank } from './retrieval-measures.ts';

const judgments = new Map([
  ['a', 3],
  ['b', 2],
  ['c', 0],
]);

describe('retrieval measures', () => {
  it('gives 1 to the ideal order and 0 to nothing found', () => {
    expect(ndcg(['a', 'b', 'c'], judgments)).to.equal(1);
    expect(ndcg(['x', 'y'], judgments)).to.equal(0);
    expect(ndcg(['a'], new Map())).to.equal(0);
  });

  it('takes the unjudged for useless, or leaves them out', () => {
    const best = 7 + 3 / Math.log2(3);
    const found = 7 / Math.log2(3) + 3 / Math.log2(5);
    expect(ndcg(['x', 'a', 'y', 'b'], judgments)).to.be.closeTo(found / best, 1e-12);
    expect(ndcgJudged(['x', 'a', 'y', 'b'], judgments)).to.equal(1);
  });

  it('counts from the grade that deserves a call', () => {
    expect(hit(['x', 'x', 'x', 'x', 'b'], judgments)).to.equal(1);
    expect(hit(['c', 'x', 'x', 'x', 'x', 'b'], judgments)).to.equal(0);
    expect(reciprocalRank(['c', 'b'], judgments)).to.equal(0.5);
    expect(recall(['b', 'c'], judgments)).to.equal(0.5);
  });
});
