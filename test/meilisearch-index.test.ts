import { expect } from 'chai';
import { analyse } from '../src/features/matching/analyse.ts';
import type { CandidateDocument } from '../src/features/matching/candidate-index.ts';
import { createMeilisearchIndex } from '../src/features/matching/meilisearch-index.ts';
import { createMeilisearchServer } from '../src/features/matching/meilisearch-server.ts';
import { createSegmenter, type Segmenter } from '../src/features/matching/segmenter.ts';
import {
  type MeilisearchStandIn,
  startMeilisearchStandIn,
} from './support/meilisearch-stand-in.ts';

describe('Meilisearch index: what is sent', () => {
  let meili: MeilisearchStandIn;
  let script: MeilisearchStandIn['script'];
  let segmenter: Segmenter;

  before(async () => {
    segmenter = createSegmenter();
    meili = await startMeilisearchStandIn();
    script = meili.script;
  });
  after(() => meili.close());
  beforeEach(() => meili.reset());

  const open = ({ key = 'least', keepsVectors = false } = {}) => {
    const server = createMeilisearchServer({ url: meili.url, key, namespace: 'daqiao' });
    return createMeilisearchIndex({ server, uid: 'daqiao_caps', segmenter, keepsVectors });
  };
  const asked = () => script.requests.map(({ method, path }) => `${method} ${path}`);
  const added = () =>
    script.requests
      .filter(({ method, path }) => method === 'POST' && path.endsWith('/daqiao_caps/documents'))
      .map(({ body }) => (body as { id: string }[]).map(({ id }) => id));
  const document: CandidateDocument = {
    id: 'c1',
    revision: 2,
    title: '钢筋锈蚀监测',
    keywords: ['锈蚀'],
    body: '预埋传感器监测钢筋锈蚀。',
    visibility: 'public',
    district: 'd1',
    organizationId: 'o1',
  };

  it('creates the index once, at its first use, and sends settings that are there no second time', async () => {
    await open().count();
    const index = open();
    await index.count();
    await index.count();
    expect(asked().filter((line) => line === 'POST /indexes')).to.have.length(1);
    expect(asked().filter((line) => line.startsWith('PATCH'))).to.deep.equal([
      'PATCH /indexes/daqiao_caps/settings',
    ]);
    expect(script.requests.every(({ key }) => key === 'Bearer least')).to.equal(true);
  });

  it('sends the settings alone that differ', async () => {
    await open().count();
    script.settings.get('daqiao_caps')!.prefixSearch = 'indexingTime';
    script.settings.get('daqiao_caps')!.typoTolerance = { enabled: false, disableOnWords: [] };
    (script.settings.get('daqiao_caps')!.filterableAttributes as string[]).reverse();
    script.requests = [];
    await open().count();
    const sent = script.requests.filter(({ method }) => method === 'PATCH');
    expect(sent.map(({ body }) => body)).to.deep.equal([{ prefixSearch: 'disabled' }]);
  });

  it('sets the index up again when it is gone', async () => {
    const index = open();
    await index.count();
    script.indexes.clear();
    script.settings.clear();
    await index.remove(['c1']);
    expect([...(await collect(index.revisions()))]).to.deep.equal([]);
    script.requests = [];
    script.indexes.clear();
    expect(await open().count()).to.equal(0);
    expect(asked()).to.include('POST /indexes');
  });

  it('makes itself a key with the least rights from a master key, once, and uses that', async () => {
    await open({ key: 'master' }).count();
    await open({ key: 'master' }).count();
    expect(script.keys.size).to.equal(1);
    const [made] = script.keys.values();
    expect(made!.indexes).to.deep.equal(['daqiao_*']);
    expect(made!.actions).to.include('documents.add').and.not.include('*');
    expect(script.requests.every(({ key }) => key === 'Bearer made')).to.equal(true);
  });

  for (const status of ['failed', 'canceled'] as const) {
    it(`says so when a task is ${status}, until one succeeds`, async () => {
      const index = open();
      script.fails = ({ path }) =>
        path.endsWith('/documents') ? { status, code: 'invalid_document_id' } : undefined;
      const failure = await index.upsert([document]).catch((error: Error) => error.message);
      expect(failure).to.include('invalid_document_id').and.include(status);
      const probe = await index.probeWrites!().catch((error: Error) => error.message);
      expect(probe).to.equal(failure);
      script.fails = () => undefined;
      await index.upsert([document]);
      await index.probeWrites!();
    });
  }

  it('gathers what is written meanwhile into one task', async () => {
    const index = open();
    const ids = Array.from({ length: 40 }, (_, i) => `n${i}`);
    await Promise.all(ids.map((id) => index.upsert([{ ...document, id }])));
    expect(added().flat().sort()).to.deep.equal([...ids].sort());
    expect(added().length).to.be.at.most(2);
  });

  it('lets one refused document not keep out the others', async () => {
    const index = open();
    script.fails = ({ method, path, body }) =>
      method === 'POST' && path.endsWith('/documents') && JSON.stringify(body).includes('"bad"')
        ? { status: 'failed', code: 'invalid_document_id' }
        : undefined;
    const ids = ['n1', 'n2', 'bad', 'n3'];
    const ended = await Promise.allSettled(ids.map((id) => index.upsert([{ ...document, id }])));
    expect(ended.map(({ status }) => status === 'fulfilled')).to.deep.equal(
      ids.map((id) => id !== 'bad'),
    );
  });

  it('sends vectors with the documents, and null where there is none', async () => {
    const index = open({ keepsVectors: true });
    const vector = { codes: Int8Array.of(1, -2, 127), scale: 1 };
    await index.upsert([document, { ...document, id: 'c2' }], [{ id: 'c1', vector }]);
    const embedders = script.requests.find(
      ({ body }) => (body as { embedders?: object } | undefined)?.embedders,
    )!.body;
    expect(embedders).to.deep.equal({
      embedders: { meaning: { source: 'userProvided', dimensions: 3 } },
    });
    const sent = script.requests.find(
      ({ path, method }) => method === 'POST' && /documents$/.test(path),
    )!.body as { _vectors: unknown }[];
    expect(sent.map(({ _vectors }) => _vectors)).to.deep.equal([
      { meaning: [1, -2, 127] },
      { meaning: null },
    ]);
  });

  it('never sends more than ten words, weighs every sub-query, and filters each', async () => {
    const index = open();
    script.stored = [{ ...document, validFrom: 0, validUntil: 99999999 }];
    const { query } = analyse(
      [{ field: 'problem', text: '桩里钢筋生锈看不出来，想埋传感器监测，'.repeat(40) }],
      segmenter,
    );
    script.requests = [];
    const filters = {
      viewer: { districts: ['d"1'], organizationId: 'o\\1' },
      stage: 'mature',
      validOn: '2026-07-01',
      excludeIds: ['c9'],
    } as const;
    const { items } = await index.search({ query, filters, limit: 10 });
    const sent = script.requests.find(
      ({ path, body }) => path === '/multi-search' && 'federation' in (body as object),
    )!.body as {
      federation: { limit: number };
      queries: { q: string; filter: string; federationOptions: { weight: number } }[];
    };
    expect(sent.federation.limit).to.be.at.least(10);
    expect(sent.queries.length).to.be.within(10, 320);
    for (const { q, filter, federationOptions } of sent.queries) {
      expect(q.split(' ').length).to.be.at.most(10);
      expect(federationOptions.weight).to.be.greaterThan(0);
      expect(filter).to.equal(
        '(visibility = public OR organizationId = "o\\\\1" OR ' +
          '(visibility = district AND district IN ["d\\"1"])) AND stage = mature AND ' +
          'validFrom <= 20260701 AND validUntil >= 20260701 AND id NOT IN ["c9"]',
      );
    }
    expect(items.map(({ id }) => id)).to.deep.equal(['c1']);
    expect(items[0]!.spaces.characters).to.be.greaterThan(0);
  });

  it('does not put an older revision over a newer one', async () => {
    const index = open();
    script.stored = [{ id: 'c1', revision: 3 }];
    script.requests = [];
    await index.upsert([document]);
    expect(
      script.requests.some(({ method, path }) => method === 'POST' && path.endsWith('/documents')),
    ).to.equal(false);
  });

  it('rebuilds beside the old index and swaps', async () => {
    const index = open();
    script.requests = [];
    async function* stream() {
      yield document;
    }
    await index.rebuild(stream());
    const filled = asked().indexOf('POST /indexes/daqiao_caps_rebuild/documents');
    const swapped = asked().indexOf('POST /swap-indexes');
    expect(filled).to.be.greaterThan(-1);
    expect(swapped).to.be.greaterThan(filled);
    expect(asked().at(-1)).to.equal('DELETE /indexes/daqiao_caps_rebuild');
  });

  it('keeps the old index, and drops the new one, when a rebuild fails', async () => {
    const index = open();
    await index.count();
    script.requests = [];
    script.fails = ({ path }) =>
      path.endsWith('_rebuild/documents') ? { status: 'failed', code: 'no_space' } : undefined;
    async function* stream() {
      yield document;
    }
    const failure = await index.rebuild(stream()).catch((error: Error) => error.message);
    expect(failure).to.include('no_space');
    expect(asked()).to.not.include('POST /swap-indexes');
    expect(asked().at(-1)).to.equal('DELETE /indexes/daqiao_caps_rebuild');
  });

  it('does not rebuild beside another process, unless that one has died', async () => {
    async function* stream() {
      yield document;
    }
    script.indexes.add('daqiao_caps_rebuild');
    script.updatedAt = new Date();
    const failure = await open()
      .rebuild(stream())
      .catch((error: Error) => error.message);
    expect(failure).to.include('another process');
    script.updatedAt = new Date(Date.now() - 3_600_000);
    await open().rebuild(stream());
    expect(script.indexes.has('daqiao_caps_rebuild')).to.equal(false);
  });
});

async function collect<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all;
}
