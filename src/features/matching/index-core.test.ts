import { expect } from 'chai';
import fc from 'fast-check';
import { analyse } from './analyse.ts';
import type { CandidateDocument } from './candidate-index.ts';
import { createIndexCore, type IndexCore } from './index-core.ts';
import { indexedTerms } from './indexed-terms.ts';
import type { Segmenter } from './segmenter.ts';
import { contentOf, sectionsOf } from './snapshot-sections.ts';
import { scoreTerms } from './text-scores.ts';
import { indexTuning } from './tuning.ts';

/** Words of two characters: what a word is matters little here, and jieba would take the time. */
const segmenter: Segmenter = { cut: (text) => text.match(/\n|.{1,2}/gu) ?? [], addTerms: () => {} };
const read = (document: CandidateDocument) => indexedTerms(document, indexTuning.fields, segmenter);

const text = (longest: number) =>
  fc.string({
    unit: fc.constantFrom(
      ...'锈蚀钢筋轴承振动焊缝涂层',
      ' rust ',
      ' weld ',
      ' weld seam ',
      ' coating ',
    ),
    maxLength: longest,
  });
const document = fc.record({
  id: fc.integer({ min: 0, max: 25 }).map((n) => `d${n}`),
  title: text(8),
  body: text(30),
  visibility: fc.constantFrom('public' as const, 'district' as const, 'organization' as const),
  district: fc.constantFrom('d1', 'd2'),
  organizationId: fc.constantFrom('o1', 'o2'),
});
const step = fc.oneof(
  { weight: 6, arbitrary: document.map((row) => ({ kind: 'upsert' as const, row })) },
  { weight: 2, arbitrary: document.map(({ id }) => ({ kind: 'remove' as const, id })) },
  { weight: 1, arbitrary: fc.constant({ kind: 'tidy' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'reopen' as const }) },
  { weight: 2, arbitrary: text(12).map((need) => ({ kind: 'search' as const, need })) },
);

const drain = (core: IndexCore) => {
  for (const _ of core.tidy());
};

function reopened(core: IndexCore): IndexCore {
  const sections = new Map(
    [...sectionsOf(core.content())].map(([name, { kind, bytes }]) => [
      name,
      { kind, bytes: Uint8Array.from(bytes) },
    ]),
  );
  return createIndexCore(read, contentOf(sections));
}

describe('index core', () => {
  it('answers as a slow scorer does, whatever was written, merged and reopened before', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), (steps) => {
        let core = createIndexCore(read);
        const model = new Map<string, CandidateDocument>();
        let revision = 0;
        for (const one of [...steps, { kind: 'search' as const, need: '钢筋锈蚀轴承' }]) {
          if (one.kind === 'upsert') {
            revision += 1;
            const row = { ...one.row, keywords: [], revision };
            model.set(row.id, row);
            core.upsert(row);
            core.upsert({ ...row, revision: revision - 1, body: '旧' });
            if (revision % 3 > 0) core.seal();
          } else if (one.kind === 'remove') {
            model.delete(one.id);
            core.remove(one.id);
          } else if (one.kind === 'tidy') drain(core);
          else if (one.kind === 'reopen') core = reopened(core);
          else expectAsSlowScorer(core, model, one.need);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('merges what dies or comes while it merges', () => {
    const core = createIndexCore(read);
    const model = new Map<string, CandidateDocument>();
    const put = (id: string, body: string, revision: number) => {
      const where = { visibility: 'public', district: 'd1', organizationId: 'o1' } as const;
      const row = { id, title: '', keywords: [], body, revision, ...where };
      model.set(id, row);
      core.upsert(row);
      core.seal();
    };
    for (let n = 0; n < 8; n += 1) put(`d${n}`, '钢筋锈蚀涂层'.slice(n % 4), 1);
    const merging = core.tidy();
    // The merge has looked at what is dead when it first lets other work in, or is done already.
    merging.next();
    put('d3', '轴承振动', 2);
    core.remove('d5');
    model.delete('d5');
    put('d9', '钢筋', 1);
    for (const _ of merging);
    expectAsSlowScorer(core, model, '钢筋锈蚀轴承');
    expectAsSlowScorer(reopened(core), model, '钢筋锈蚀轴承');
  });

  it('knows how rare a term is, and how long documents are', () => {
    const core = createIndexCore(read);
    const where = { visibility: 'public', district: 'd1', organizationId: 'o1' } as const;
    ['钢筋锈蚀', '钢筋', '轴承'].forEach((body, n) => {
      core.upsert({ id: `d${n}`, title: '', keywords: [], body, revision: 1, ...where });
    });
    const { weights, means } = core.statistics(
      analyse([{ field: 'n', text: '钢筋焊缝' }], segmenter).query,
    );
    expect(weights.words.get('钢筋')).to.be.closeTo(Math.log(1 + 1.5 / 2.5), 1e-9);
    expect(weights.words.get('焊缝')).to.equal(0);
    expect(means.characters).to.be.closeTo(8 / 3, 1e-9);
  });
});

/** The best of those in sight, by the formula applied to one document after another. */
function expectAsSlowScorer(
  core: IndexCore,
  model: ReadonlyMap<string, CandidateDocument>,
  need: string,
) {
  const { query } = analyse([{ field: 'need', text: need }], segmenter);
  const statistics = core.statistics(query);
  // What was counted bit by bit is what there is.
  expect(statistics).to.deep.equal(reopened(core).statistics(query));
  const seen = [...model.values()].filter(
    ({ visibility, district, organizationId }) =>
      visibility === 'public' ||
      organizationId === 'o1' ||
      (visibility === 'district' && district === 'd2'),
  );
  const expected = seen
    .map((row) => ({ row, ...scoreTerms(read(row), statistics) }))
    .filter(({ total }) => total > 0);
  const limit = 7;
  const filters = { viewer: { districts: ['d2'], organizationId: 'o1' } };
  const { items, total } = core.search({ query, filters, limit });
  expect(core.count()).to.equal(model.size);
  expect(total).to.equal(expected.length);
  expect(items).to.have.length(Math.min(limit, expected.length));
  const slow = new Map(expected.map((one) => [one.row.id, one]));
  const best = expected.map((one) => one.total).sort((a, b) => b - a);
  items.forEach((item, at) => {
    const one = slow.get(item.id)!;
    expect(item.revision).to.equal(one.row.revision);
    expect(item.organizationId).to.equal(one.row.organizationId);
    expect(item.score).to.be.closeTo(one.total, 1e-6);
    expect(item.score).to.be.closeTo(best[at]!, 1e-6);
    expect(item.spaces.words).to.be.closeTo(one.words, 1e-6);
    expect(item.spaces.bigrams).to.be.closeTo(one.bigrams, 1e-6);
    expect(item.spaces.characters).to.be.closeTo(one.characters, 1e-6);
    expect(item.spaces.translated).to.be.closeTo(one.translated, 1e-6);
  });
  const leastScore = (best[0] ?? 0) / 3;
  const enough = core.search({ query, filters, limit, leastScore, facets: true });
  const above = (least: number) => best.filter((one) => one >= least).length;
  expect(enough.total).to.be.within(above(leastScore + 1e-6), above(leastScore - 1e-6));
  const byOwner = Object.values(enough.facets!.organizationId);
  expect(byOwner.reduce((sum, count) => sum + count, 0)).to.equal(enough.total);
}
