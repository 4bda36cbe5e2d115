import { expect } from 'chai';
import { readCollection, type TestCollection } from '../scripts/bench/matching-data.ts';
import { checkExplanations } from '../scripts/bench/matching-explanations.ts';
import { openOffline } from '../scripts/bench/offline-matching.ts';
import { rank, rankerModel } from '../src/features/matching/ranker.ts';
import { meanOf, pairedBootstrap } from '../src/features/matching/retrieval-comparison.ts';
import { hit, ndcg } from '../src/features/matching/retrieval-measures.ts';

describe('matching on 48 needs and the capabilities judged for them', () => {
  let collection: TestCollection;
  before(async () => {
    collection = await readCollection('test/data/matching-48');
  });

  it('stays above its floor, and characters add to words and pairs', async () => {
    const needs = await openOffline(collection);
    const measured = (of: typeof ndcg, depth: number, weights: object) =>
      needs.map(({ id, ranking, candidates }) => {
        const model = { ...rankerModel, weights: { ...rankerModel.weights, ...weights } };
        const ids = rank(ranking, candidates, model).map(({ candidate }) => candidate.id);
        return of(ids, collection.judgments.get(id)!, depth);
      });
    const shipped = measured(ndcg, 10, {});
    const gain = pairedBootstrap(shipped, measured(ndcg, 10, { characters: 0 }));
    expect(needs).to.have.length(48);
    expect(meanOf(shipped), 'nDCG@10').to.be.above(0.75);
    expect(meanOf(measured(hit, 5, {})), 'hit@5').to.be.above(0.85);
    expect(gain.low, 'gain over words and pairs, lower bound').to.be.above(0);
  });

  it('claims in every text reason what taking its passages out costs, within a fifth', async () => {
    const { checked, greatest } = await checkExplanations(collection);
    expect(checked).to.be.above(800);
    expect(greatest).to.be.at.most(0.2);
  });
});
