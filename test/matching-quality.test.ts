import { expect } from 'chai';
import { readCollection, type TestCollection } from '../scripts/bench/matching-data.ts';
import { checkExplanations } from '../scripts/bench/matching-explanations.ts';
import { analyse } from '../src/features/matching/analyse.ts';
import { openInProcessIndex } from '../src/features/matching/in-process-index.ts';
import { rank } from '../src/features/matching/ranker.ts';
import { createSegmenter } from '../src/features/matching/segmenter.ts';

describe('matching on a small collection', () => {
  let collection: TestCollection;
  before(async () => {
    collection = await readCollection('test/data/matching');
  });

  it('puts the obvious one first, in Chinese, in English and in both at once', async () => {
    const segmenter = createSegmenter();
    const index = await openInProcessIndex({ segmenter });
    const where = { visibility: 'public', district: 'd', organizationId: 'o' } as const;
    await index.upsert(
      collection.capabilities.map(({ abstract: body, ...rest }) => ({
        ...{ ...rest, body, revision: 1, ...where },
      })),
    );
    const first: Record<string, string | undefined> = {};
    const obvious: Record<string, string | undefined> = {};
    for (const { id, title, problem } of collection.needs) {
      const { query } = analyse([{ field: 'problem', text: `${title}\n${problem}` }], segmenter);
      const filters = { viewer: 'everything' } as const;
      const { items } = await index.search({ query, filters, limit: 50 });
      first[id] = rank({ indicators: [] }, items)[0]?.candidate.id;
      const graded = [...collection.judgments.get(id)!];
      obvious[id] = graded.find(([, grade]) => grade === 3)?.[0];
    }
    expect(Object.keys(first)).to.have.length(12);
    expect(first).to.deep.equal(obvious);
  });

  it('claims in every text reason what taking its passages out costs, within a fifth', async () => {
    const { checked, greatest } = await checkExplanations(collection);
    expect(checked).to.be.above(100);
    expect(greatest).to.be.at.most(0.2);
  });
});
