import { expect } from 'chai';
import { analyse } from './analyse.ts';
import type { Candidate } from './candidate-index.ts';
import { explain } from './explain.ts';
import { openInProcessIndex } from './in-process-index.ts';
import { indexedTerms } from './indexed-terms.ts';
import { checkIndicators } from './indicators.ts';
import { findQuantities } from './quantities.ts';
import { rank } from './ranker.ts';
import { createSegmenter, type Segmenter } from './segmenter.ts';
import { scoreTerms } from './text-scores.ts';
import { indexTuning } from './tuning.ts';

const candidate = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  revision: 1,
  spaces: { words: 0.1, bigrams: 0.1, characters: 0.1, translated: 0 },
  script: 'chinese',
  score: 0.1,
  organizationId: 'o',
  quantities: [],
  ...more,
});

describe('ranker', () => {
  const indicators = [{ name: '使用寿命', relation: '>=', value: 3000, unit: '小时' }] as const;

  const stating = (id: string, text: string) => candidate(id, { quantities: findQuantities(text) });

  it('adds named parts up to the score', () => {
    const need = { field: 'new_materials', indicators } as const;
    const [first] = rank(need, [candidate('a', { field: 'new_materials', stage: 'mature' })]);
    const sum = Object.values(first!.parts).reduce((a, b) => a + b, 0);
    expect(first!.total).to.be.closeTo(sum, 1e-12);
    expect(first!.parts).to.include.keys('words', 'bigrams', 'characters', 'field', 'stage');
  });

  it('puts a met indicator before an unstated one, and that before an unmet one', () => {
    const ranked = rank({ indicators }, [
      stating('unmet', '寿命达到80天'),
      stating('silent', '效果良好'),
      stating('met', '寿命达到200天'),
    ]);
    expect(ranked.map(({ candidate: { id } }) => id)).to.deep.equal(['met', 'silent', 'unmet']);
  });

  it('gains from a met indicator, loses by an unmet one, and says nothing for an unstated one', () => {
    const [met, unknown, unmet] = rank({ indicators }, [
      stating('met', '寿命达到200天'),
      stating('silent', '效果良好'),
      stating('unmet', '寿命达到80天'),
    ]);
    expect(unknown!.parts).to.not.have.property('indicators');
    expect(met!.parts.indicators).to.equal(-unmet!.parts.indicators!);
    expect(met!.total - unknown!.total).to.be.closeTo(unknown!.total - unmet!.total, 1e-9);
  });

  it('breaks ties by id and keeps the score within 1', () => {
    const spaces = { words: 1, bigrams: 1, characters: 1, translated: 0 };
    const ranked = rank({ indicators: [] }, [
      candidate('b', { spaces }),
      candidate('a', { spaces }),
    ]);
    expect(ranked.map((item) => item.candidate.id)).to.deep.equal(['a', 'b']);
    expect(ranked[0]!.score).to.be.below(1);
    expect(ranked[0]!.band).to.equal('strong');
  });
});

describe('indicators', () => {
  const check = (
    relation: '<' | '<=' | '=' | '>=' | '>' | 'between',
    value: number,
    unit: string,
    text: string,
    upper?: number,
  ) =>
    checkIndicators([{ name: '误差', relation, value, upper, unit }], findQuantities(text))[0]!
      .satisfaction;

  it('converts units and compares intervals', () => {
    expect(check('<=', 0.05, 'mm', '误差40 μm')).to.equal('met');
    expect(check('<=', 0.05, 'mm', '误差不超过0.06 mm')).to.equal('unknown');
    expect(check('<=', 0.05, 'mm', '误差60 μm')).to.equal('unmet');
    expect(check('<', 5, '%', '误差5%')).to.equal('unmet');
    expect(check('between', 1, 'mm', '误差2 mm', 3)).to.equal('met');
    expect(check('=', 2, 'mm', '误差0.2 cm')).to.equal('met');
  });

  it('does not compare what measures another thing or is about another thing', () => {
    expect(check('<=', 0.05, 'mm', '误差5%')).to.equal('unknown');
    expect(check('<=', 0.05, 'mm', '板厚60 mm')).to.equal('unknown');
    expect(check('<=', 0.05, '某单位', '误差5%')).to.equal('unknown');
  });
});

describe('explanations', () => {
  let segmenter: Segmenter;
  before(() => {
    segmenter = createSegmenter();
  });

  it('names the passages on both sides, with shares that sum to the whole at most', async () => {
    const index = await openInProcessIndex({ segmenter });
    const texts = [
      ['a', '钢筋锈蚀监测', '预埋传感器监测钢筋锈蚀，误差达到0.02 mm。'],
      ['b', '轴承诊断', '轴承振动诊断。'],
    ] as const;
    await index.upsert(
      texts.map(([id, title, body]) => ({
        id,
        revision: 1,
        title,
        body,
        keywords: [],
        visibility: 'public',
        district: 'd',
        organizationId: 'o',
      })),
    );
    const problem = '桩里钢筋生锈看不出来，想要埋进去的传感器。';
    const need = analyse([{ field: 'problem', text: problem }], segmenter);
    const { items } = await index.search({
      query: need.query,
      filters: { viewer: 'everything' },
      limit: 5,
    });
    const indicators = [{ name: '误差', relation: '<=', value: 0.05, unit: 'mm' }] as const;
    const [best] = rank({ indicators }, items);
    const [, title, body] = texts[0];
    const capability = analyse(
      [
        { field: 'title', text: title },
        { field: 'abstract', text: body },
      ],
      segmenter,
    );
    const statistics = await index.statistics(need.query);
    const reasons = explain(
      ...([need, capability, best!, statistics, { body: 'abstract' }, segmenter] as const),
    );
    expect(best!.candidate.id).to.equal('a');
    expect(reasons.reduce((sum, { share }) => sum + share, 0)).to.be.within(0.8, 1 + 1e-9);
    const steel = reasons.find(({ text }) => text.includes('“钢筋”'))!;
    expect(steel.needSpans.map((span) => problem.slice(span.start, span.end))).to.deep.equal([
      '钢筋',
    ]);
    const where = { title, abstract: body } as Record<string, string>;
    expect(steel.capabilitySpans).to.have.length(2);
    for (const { field, start, end } of steel.capabilitySpans) {
      expect(where[field]!.slice(start, end)).to.equal('钢筋');
    }
    expect(reasons.find(({ kind }) => kind === 'indicator')!.text).to.equal(
      '指标“误差≤0.05 mm”：成果给出 0.02 mm，满足',
    );
    expect(reasons.find(({ kind }) => kind === 'characters')!.text).to.include('锈');
  });

  it('claims for a passage what the score loses without it', async () => {
    const index = await openInProcessIndex({ segmenter });
    const abstract = '预埋传感器监测钢筋锈蚀，传感器不用电池，读出距离半米。混凝土桩中试用。';
    const others = ['轴承振动诊断用传感器', '混凝土冬季养护', '河豚苗种培育', '电池隔膜'];
    const document = (id: string, body: string) => {
      const where = { visibility: 'public', district: 'd', organizationId: 'o' } as const;
      return { id, revision: 1, title: '', keywords: [], body, ...where };
    };
    await index.upsert([document('a', abstract), ...others.map((body) => document(body, body))]);
    const text = '桩里钢筋锈没锈看不出来，想要埋进混凝土的传感器，不换电池。';
    const need = analyse([{ field: 'problem', text }], segmenter);
    const statistics = await index.statistics(need.query);
    const totalOf = (body: string) => {
      const terms = indexedTerms({ title: '', keywords: [], body }, indexTuning.fields, segmenter);
      const spaces = scoreTerms(terms, statistics);
      return rank({ indicators: [] }, [candidate('a', { spaces })])[0]!;
    };
    const whole = totalOf(abstract);
    const capability = analyse([{ field: 'abstract', text: abstract }], segmenter);
    const reasons = explain(
      ...([need, capability, whole, statistics, { body: 'abstract' }, segmenter] as const),
    );
    const named = reasons.filter(({ kind }) => kind === 'term');
    expect(named.length).to.be.at.least(3);
    for (const { share, capabilitySpans, text: said } of named) {
      let rest = abstract;
      for (const { start, end } of capabilitySpans) {
        rest = rest.slice(0, start) + '，'.repeat(end - start) + rest.slice(end);
      }
      const loss = (whole.total - totalOf(rest).total) / whole.total;
      expect(loss / share, said).to.be.within(0.8, 1.2);
    }
  });
});
