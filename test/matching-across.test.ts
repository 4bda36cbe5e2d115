import { expect } from 'chai';
import { readCollection, type TestCollection } from '../scripts/bench/matching-data.ts';
import { checkExplanations } from '../scripts/bench/matching-explanations.ts';
import { openOffline } from '../scripts/bench/offline-matching.ts';
import { rank } from '../src/features/matching/ranker.ts';
import { meanOf } from '../src/features/matching/retrieval-comparison.ts';
import { hit } from '../src/features/matching/retrieval-measures.ts';

const among = ['test/data/matching', 'test/data/matching-48'];

describe('matching across languages, without vectors', () => {
  let collection: TestCollection;
  before(async () => {
    collection = await readCollection('test/data/matching-across', { among });
  });

  it('finds in Chinese what is asked in English, and the reverse', async () => {
    const needs = await openOffline(collection);
    const hits = needs.map(({ id, ranking, candidates }) => {
      const ids = rank(ranking, candidates).map(({ candidate }) => candidate.id);
      return hit(ids, collection.judgments.get(id)!, 5, 3);
    });
    expect(hits).to.have.length(30);
    expect(meanOf(hits), 'hit@5').to.be.above(0.85);
  });

  it('names what both say in two languages, with shares that are true', async () => {
    const { checked, greatest, kinds } = await checkExplanations(collection);
    expect(kinds.get('translation')).to.be.above(120);
    expect(checked).to.be.above(300);
    expect(greatest).to.be.at.most(0.2);
  });
});
