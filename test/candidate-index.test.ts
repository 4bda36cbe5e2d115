import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { analyse } from '../src/features/matching/analyse.ts';
import type {
  CandidateDocument,
  CandidateFilters,
  CandidateIndex,
} from '../src/features/matching/candidate-index.ts';
import { openInProcessIndex } from '../src/features/matching/in-process-index.ts';
import { createMeilisearchIndex } from '../src/features/matching/meilisearch-index.ts';
import { createMeilisearchServer } from '../src/features/matching/meilisearch-server.ts';
import { createSegmenter, type Segmenter } from '../src/features/matching/segmenter.ts';
import { dropSearchData } from './support/search-server.ts';

let segmenter: Segmenter;

before(() => {
  segmenter = createSegmenter();
});

function capability(
  id: string,
  title: string,
  body: string,
  more: Partial<CandidateDocument> = {},
): CandidateDocument {
  return {
    id,
    revision: 1,
    title,
    body,
    keywords: [],
    visibility: 'public',
    district: 'd1',
    organizationId: 'o1',
    ...more,
  };
}

const documents = [
  capability(
    'rust',
    '混凝土中钢筋锈蚀的无线监测',
    '提出一种预埋于混凝土的无源传感器，用于监测钢筋锈蚀，精度达到0.1 mm。',
    {
      field: 'urban_social',
      stage: 'mature',
      organizationId: 'o2',
    },
  ),
  capability('bearing', '风机轴承故障诊断', '基于振动信号的轴承故障诊断方法，适用于风力发电机。', {
    field: 'new_energy',
    stage: 'early',
  }),
  capability('fish', '河豚苗种培育技术', '轮虫营养强化提高河豚苗成活率。', {
    field: 'agriculture',
    visibility: 'district',
    district: 'd2',
  }),
  capability('secret', '混凝土内部缺陷检测', '混凝土缺陷的超声检测。', {
    visibility: 'organization',
    organizationId: 'o9',
  }),
  capability('old', '混凝土养护', '混凝土冬季养护。', {
    validFrom: '2025-01-01',
    validUntil: '2025-12-31',
  }),
];

const implementations: [string, boolean, () => Promise<CandidateIndex>][] = [
  ['in-process', true, () => openInProcessIndex({ segmenter })],
  ['Meilisearch', process.env.MEILI_URL !== undefined, openOnServer],
];

let opened = 0;
async function openOnServer(): Promise<CandidateIndex> {
  const uid = `test_${process.pid}_${++opened}`;
  const { MEILI_URL: url, MEILI_KEY: key } = process.env;
  const server = createMeilisearchServer({ url: url!, key, namespace: `test_${process.pid}` });
  return createMeilisearchIndex({ server, uid, segmenter });
}

after(async () => {
  await dropSearchData(`test_${process.pid}`);
});

for (const [name, available, open] of implementations) {
  (available ? describe : describe.skip)(`candidate index: ${name}`, () => {
    let index: CandidateIndex;

    beforeEach(async () => {
      index = await open();
      await index.upsert(documents);
    });
    afterEach(() => index.close());

    const everything: CandidateFilters = { viewer: 'everything' };
    async function idsFor(text: string, filters = everything, limit = 10) {
      const { query } = analyse([{ field: 'problem', text }], segmenter);
      return (await index.search({ query, filters, limit })).items.map(({ id }) => id);
    }

    it('finds by words, and by single characters where no word is shared', async () => {
      expect((await idsFor('轴承老坏，怎么诊断故障'))[0]).to.equal('bearing');
      expect((await idsFor('桩里的铁筋生了锈看不出来'))[0]).to.equal('rust');
    });

    it('answers nothing for a text without terms, and for one that matches nothing', async () => {
      expect(await idsFor('')).to.deep.equal([]);
      expect(await idsFor('???')).to.deep.equal([]);
      expect(await idsFor('quux')).to.deep.equal([]);
    });

    it('misses what nobody here says, so that a small collection does not look good', async () => {
      const shareOf = async (text: string) => {
        const { query } = analyse([{ field: 'problem', text }], segmenter);
        const { items } = await index.search({ query, filters: everything, limit: 1 });
        return items[0]!.spaces;
      };
      const known = await shareOf('轴承故障诊断');
      const half = await shareOf('轴承故障诊断，量子纠缠光源');
      for (const space of ['words', 'bigrams', 'characters'] as const) {
        expect(half[space], space).to.be.below(0.75 * known[space]);
      }
    });

    it('shows a replaced document at once, and an older revision never replaces a newer one', async () => {
      await index.upsert([capability('fish', '石斑鱼育种', '石斑鱼选育。', { revision: 3 })]);
      expect(await idsFor('石斑鱼')).to.deep.equal(['fish']);
      expect(await idsFor('河豚')).to.deep.equal([]);
      await index.upsert([capability('fish', '河豚', '河豚。', { revision: 2 })]);
      expect(await idsFor('河豚')).to.deep.equal([]);
      expect(await index.count()).to.equal(documents.length);
    });

    it('forgets what is removed, twice over too', async () => {
      await index.remove(['fish', 'nobody']);
      await index.remove(['fish']);
      expect(await idsFor('河豚苗')).to.deep.equal([]);
      expect(await index.count()).to.equal(documents.length - 1);
    });

    it('keeps each viewer to what they may see', async () => {
      const seen = (filters: CandidateFilters) => idsFor('混凝土 河豚苗', filters);
      expect(await seen({ viewer: { districts: ['d1'] } })).to.not.include.members(['fish']);
      expect(await seen({ viewer: { districts: ['d1'] } })).to.not.include.members(['secret']);
      expect(await seen({ viewer: { districts: ['d2'] } })).to.include('fish');
      expect(await seen({ viewer: { districts: [], organizationId: 'o9' } })).to.include('secret');
    });

    it('filters by field, stage, organization, validity and id', async () => {
      const text = '混凝土 轴承 河豚';
      const found = (filters: Omit<CandidateFilters, 'viewer'>) =>
        idsFor(text, { ...everything, ...filters });
      expect(await found({ field: 'new_energy' })).to.deep.equal(['bearing']);
      expect(await found({ stage: 'mature' })).to.deep.equal(['rust']);
      expect(await found({ organizationId: 'o2' })).to.deep.equal(['rust']);
      expect(await found({ validOn: '2025-12-31' })).to.include('old');
      expect(await found({ validOn: '2026-01-01' })).to.not.include('old');
      expect(await found({ excludeIds: ['old', 'rust', 'secret'] })).to.have.members([
        'bearing',
        'fish',
      ]);
    });

    it('keeps to the limit, best first, with shares between 0 and 1', async () => {
      const { query } = analyse([{ field: 'problem', text: '混凝土钢筋锈蚀监测' }], segmenter);
      const { items, total } = await index.search({ query, filters: everything, limit: 2 });
      expect(items).to.have.length(2);
      expect(items[0]!.id).to.equal('rust');
      expect(items[0]!.score).to.be.greaterThan(items[1]!.score);
      expect(total).to.be.at.least(3);
      for (const { spaces } of items) {
        for (const share of Object.values(spaces)) expect(share).to.be.within(0, 1);
      }
      expect(items[0]!.quantities[0]).to.include({ value: 0.1, unit: 'mm' });
    });

    it('counts facets over everything that is found and seen', async () => {
      const { query } = analyse([{ field: 'problem', text: '混凝土 轴承' }], segmenter);
      const { facets } = await index.search({
        query,
        filters: { viewer: { districts: ['d1'] } },
        limit: 1,
        facets: true,
      });
      expect(facets).to.deep.equal({
        field: { urban_social: 1, new_energy: 1 },
        stage: { mature: 1, early: 1 },
        organizationId: { o1: 2, o2: 1 },
      });
    });

    it('neither lists nor counts what scores too little', async () => {
      const { query } = analyse([{ field: 'problem', text: '混凝土钢筋锈蚀监测' }], segmenter);
      const search = { query, filters: everything, limit: 10, facets: true };
      const { items, total } = await index.search(search);
      expect(items).to.have.length(total).and.greaterThan(2);
      const leastScore = (items[1]!.score + items[2]!.score) / 2;
      const enough = await index.search({ ...search, leastScore });
      expect(enough.items).to.deep.equal(items.slice(0, 2));
      expect(enough.total).to.equal(2);
      const counted = Object.values(enough.facets!.organizationId);
      expect(counted.reduce((sum, count) => sum + count)).to.equal(2);
    });

    it('weighs a rare term above a common one', async () => {
      const { query } = analyse([{ field: 'problem', text: '混凝土 河豚' }], segmenter);
      const { words } = (await index.statistics(query)).weights;
      expect(words.get('河豚')).to.be.greaterThan(words.get('混凝土')!);
    });

    it('tells its revisions', async () => {
      const revisions = new Map<string, number>();
      for await (const { id, revision } of index.revisions()) revisions.set(id, revision);
      expect(revisions.size).to.equal(documents.length);
      expect(revisions.get('fish')).to.equal(1);
    });

    it('rebuilds while it answers, and keeps what was written meanwhile', async () => {
      async function* stream() {
        yield capability('new', '新型轴承', '轴承。');
        yield capability('gone', '旧轴承', '轴承。');
        expect(await idsFor('河豚')).to.deep.equal(['fish']);
        await index.upsert([capability('late', '后到轴承', '轴承。')]);
        await index.remove(['gone']);
      }
      await index.rebuild(stream());
      expect(await idsFor('轴承')).to.have.members(['new', 'late']);
      expect(await index.count()).to.equal(2);
    });

    it('bears lone surrogates, right-to-left marks and a very long text', async () => {
      const odd = `\ud800轴承\u202e故障\udc00${'很长的文字没有句号'.repeat(12_000)}`;
      await index.upsert([capability('odd', odd.slice(0, 200), odd)]);
      expect(await idsFor(odd, everything, 3)).to.include('odd');
    });
  });
}

describe('candidate index: snapshot of the in-process one', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'daqiao-index-'));
    file = join(folder, 'capabilities.index');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const search = async (index: CandidateIndex, text: string) => {
    const { query } = analyse([{ field: 'problem', text }], segmenter);
    return index.search({ query, filters: { viewer: 'everything' }, limit: 5 });
  };

  it('opens with the same answers, and goes on from there', async () => {
    const first = await openInProcessIndex({ segmenter, snapshotFile: file });
    await first.upsert(documents);
    await first.remove(['old']);
    await first.snapshot();
    const before = await search(first, '混凝土钢筋锈蚀');
    await first.close();
    const second = await openInProcessIndex({ segmenter, snapshotFile: file });
    expect(await search(second, '混凝土钢筋锈蚀')).to.deep.equal(before);
    await second.upsert([capability('more', '混凝土钢筋锈蚀', '混凝土钢筋锈蚀')]);
    expect((await search(second, '混凝土钢筋锈蚀')).items[0]!.id).to.equal('more');
    await second.close();
  });

  it('starts empty from a damaged, a cut or a foreign file', async () => {
    const first = await openInProcessIndex({ segmenter, snapshotFile: file });
    await first.upsert(documents);
    await first.snapshot();
    const good = await readFile(file);
    const flipped = Buffer.from(good);
    flipped[good.length - 20]! ^= 1;
    for (const bad of [flipped, good.subarray(0, 1000), Buffer.from('not an index'), Buffer.of()]) {
      await writeFile(file, bad);
      const index = await openInProcessIndex({ segmenter, snapshotFile: file });
      expect(await index.count()).to.equal(0);
    }
  });

  it('answers alike before and after many updates have been merged', async () => {
    const index = await openInProcessIndex({ segmenter });
    const plain = await openInProcessIndex({ segmenter });
    const words = ['轴承', '混凝土', '河豚', '电池', '隔膜', '钢筋', '锈蚀', '风机', '传感器'];
    const make = (n: number, revision: number) =>
      capability(
        `c${n}`,
        `${words[(n * revision) % 9]}研究`,
        `${words[(n + revision) % 9]}与${words[(n >> 3) % 9]}的方法 ${n}号`,
        { revision },
      );
    for (let n = 0; n < 6000; n += 1) await index.upsert([make(n % 3000, n < 3000 ? 1 : 2)]);
    for (let n = 0; n < 3000; n += 1) await plain.upsert([make(n, 2)]);
    await index.snapshot();
    await plain.snapshot();
    expect(await index.count()).to.equal(3000);
    const ids = async (from: CandidateIndex) => (await search(from, '风机轴承 电池')).total;
    expect(await ids(index)).to.equal(await ids(plain));
    await index.close();
    await plain.close();
  });
});
