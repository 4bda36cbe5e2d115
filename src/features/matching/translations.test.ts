import { expect } from 'chai';
import { analyse } from './analyse.ts';
import type { CandidateDocument } from './candidate-index.ts';
import { createIndexCore } from './index-core.ts';
import { indexedTerms } from './indexed-terms.ts';
import { subQueries } from './meilisearch-queries.ts';
import { createSegmenter } from './segmenter.ts';
import { indexTuning } from './tuning.ts';

const segmenter = createSegmenter();
const read = (document: CandidateDocument) => indexedTerms(document, indexTuning.fields, segmenter);
const where = { visibility: 'public', district: 'd', organizationId: 'o' } as const;
const queryOf = (text: string) => analyse([{ field: 'problem', text }], segmenter).query;

function indexOf(...bodies: string[]) {
  const core = createIndexCore(read);
  bodies.forEach((body, i) => {
    core.upsert({ id: `d${i}`, revision: 1, title: '', keywords: [], body, ...where });
  });
  return core;
}

function translated(bodies: string[], need: string): Record<string, number> {
  const filters = { viewer: 'everything' } as const;
  const { items } = indexOf(...bodies).search({ query: queryOf(need), filters, limit: 10 });
  return Object.fromEntries(items.map(({ id, spaces }) => [id, spaces.translated]));
}

describe('translations', () => {
  it('meet in the other language what a need asks for, both ways', () => {
    const english = translated(
      ['Corrosion of welds in steel bridges.', '水稻收割机。'],
      '焊缝生锈',
    );
    expect(english.d0).to.be.above(0.5);
    const chinese = translated(['钢桥焊缝腐蚀的监测。', 'A harvester for rice.'], 'rusting welds');
    expect(chinese.d0).to.be.above(0.5 / 3);
    expect(chinese).to.not.have.property('d1');
  });

  it('count no text twice that says a thing in both languages, or in the need’s own', () => {
    const { d0 } = translated(
      ['焊缝生锈（weld corrosion）的防治与监测技术。', 'Welds.'],
      '焊缝生锈',
    );
    expect(d0).to.equal(0);
  });

  it('count a term once, by whichever wording is there most', () => {
    const both = translated(['corrosion rust corrosion', 'gears of a car'], '生锈');
    const once = translated(['corrosion gears corrosion', 'gears of a car'], '生锈');
    expect(both.d0).to.be.closeTo(once.d0!, 1e-6);
  });

  it('need every word of a wording, and count what cannot be said as missed', () => {
    const bodies = ['Press tools.', 'Carbon steel with glass fibre.', 'Deep learning.'];
    expect(translated(bodies, '深度学习')).to.have.keys('d2');
    const alone = translated([...bodies, '抖音'], '深度学习').d2!;
    expect(translated([...bodies, '抖音'], '抖音深度学习').d2).to.be.below(0.7 * alone);
  });

  it('are among a search server’s sub-queries where the collection says them', () => {
    const queries = (...bodies: string[]) =>
      subQueries(indexOf(...bodies).statistics(queryOf('焊缝生锈'))).map(({ q }) => q);
    const here = queries('焊缝生锈', '焊缝腐蚀');
    const there = queries('焊缝生锈', '焊缝腐蚀', 'Corrosion of a weld seam.');
    expect(there.length).to.be.above(here.length);
    const words = (...some: string[]) =>
      some.map((word) => `zzx${[...word].map((c) => c.codePointAt(0)!.toString(36)).join('')}`);
    expect(there).to.include.members([words('weld', 'seam').join(' '), ...words('corros')]);
  });
});
