import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { analyse } from '../src/features/matching/analyse.ts';
import type { CandidateDocument } from '../src/features/matching/candidate-index.ts';
import { createMeilisearchIndex } from '../src/features/matching/meilisearch-index.ts';
import { createMeilisearchServer } from '../src/features/matching/meilisearch-server.ts';
import { createSegmenter, type Segmenter } from '../src/features/matching/segmenter.ts';

/**
 * A stand-in that records what the client asks and answers from a script: it shows what is sent,
 * not what a real server makes of it. The contract suite runs on a real one when MEILI_URL is set.
 */
type Request = { method: string; path: string; body: unknown; key?: string };

describe('Meilisearch index: what is sent', () => {
  let server: Server;
  let url: string;
  let segmenter: Segmenter;
  let requests: Request[];
  let stored: Record<string, unknown>[];
  let indexes: Set<string>;
  let settings: Map<string, Record<string, unknown>>;
  let keys: Map<string, Record<string, unknown>>;
  /** Ends a task without success, by what was asked for. */
  let fails: (asked: Request) => { status: 'failed' | 'canceled'; code: string } | undefined;
  let tasks: Request[];

  before(async () => {
    segmenter = createSegmenter();
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const text = Buffer.concat(chunks).toString();
      const sent: Request = {
        method: request.method!,
        path: request.url!.split('?')[0]!,
        body: text === '' ? undefined : JSON.parse(text),
        key: request.headers.authorization,
      };
      if (!/^\/(tasks|keys)\b/.test(sent.path)) requests.push(sent);
      const [status, answer] = respond(sent);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => new Promise((resolve) => server.close(resolve)));
  beforeEach(() => {
    requests = [];
    stored = [];
    indexes = new Set();
    settings = new Map();
    keys = new Map();
    tasks = [];
    fails = () => undefined;
  });

  const refuse = (status: number, code: string): [number, unknown] => [
    status,
    { message: 'no', code, type: 'invalid_request', link: '' },
  ];

  function respond(sent: Request): [number, unknown] {
    const { method, path, body, key } = sent;
    const task = (type: string): [number, unknown] => {
      const taskUid = tasks.push(sent) - 1;
      return [202, { taskUid, indexUid: null, status: 'enqueued', type }];
    };
    if (path.startsWith('/keys')) {
      if (key !== 'Bearer master') return refuse(403, 'invalid_api_key');
      const made = keys.get(path.split('/')[2] ?? '');
      if (method === 'GET') return made ? [200, made] : refuse(404, 'api_key_not_found');
      const { uid } = body as { uid: string };
      keys.set(uid, { ...(body as object), key: 'made' });
      return [201, keys.get(uid)];
    }
    if (path.startsWith('/tasks/')) {
      const ended = fails(tasks[Number(path.split('/')[2])]!);
      const error = ended && { code: ended.code, message: 'refused', type: 'invalid', link: '' };
      return [200, { uid: 1, type: 'any', status: ended?.status ?? 'succeeded', error }];
    }
    if (path === '/indexes' && method === 'POST') {
      indexes.add((body as { uid: string }).uid);
      return task('indexCreation');
    }
    if (path === '/multi-search') {
      const { federation, queries } = body as { federation?: object; queries: object[] };
      const found = { hits: stored, estimatedTotalHits: stored.length };
      return [200, federation ? found : { results: queries.map(() => found) }];
    }
    if ((path.endsWith('/documents') && method === 'GET') || path.endsWith('/documents/fetch')) {
      return [200, { results: stored, total: stored.length, offset: 0, limit: 1000 }];
    }
    const uid = path.split('/')[2]!;
    if (method === 'GET' && !indexes.has(uid)) return refuse(404, 'index_not_found');
    if (path.endsWith('/settings') && method === 'GET') return [200, settings.get(uid) ?? {}];
    if (path.endsWith('/settings')) {
      settings.set(uid, { ...settings.get(uid), ...(body as object) });
      return task('settingsUpdate');
    }
    if (method === 'GET') return [200, { uid, primaryKey: 'id', createdAt: uid, updatedAt }];
    if (method === 'DELETE' && path.split('/').length === 3) indexes.delete(uid);
    return task(method);
  }
  let updatedAt = new Date(0);

  const open = ({ key = 'least', keepsVectors = false } = {}) => {
    const server = createMeilisearchServer({ url, key, namespace: 'daqiao' });
    return createMeilisearchIndex({ server, uid: 'daqiao_caps', segmenter, keepsVectors });
  };
  const asked = () => requests.map(({ method, path }) => `${method} ${path}`);
  const added = () =>
    requests
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
    expect(requests.every(({ key }) => key === 'Bearer least')).to.equal(true);
  });

  it('sends the settings alone that differ', async () => {
    await open().count();
    settings.get('daqiao_caps')!.prefixSearch = 'indexingTime';
    settings.get('daqiao_caps')!.typoTolerance = { enabled: false, disableOnWords: [] };
    (settings.get('daqiao_caps')!.filterableAttributes as string[]).reverse();
    requests = [];
    await open().count();
    const sent = requests.filter(({ method }) => method === 'PATCH');
    expect(sent.map(({ body }) => body)).to.deep.equal([{ prefixSearch: 'disabled' }]);
  });

  it('sets the index up again when it is gone', async () => {
    const index = open();
    await index.count();
    indexes.clear();
    settings.clear();
    await index.remove(['c1']);
    expect([...(await collect(index.revisions()))]).to.deep.equal([]);
    requests = [];
    indexes.clear();
    expect(await open().count()).to.equal(0);
    expect(asked()).to.include('POST /indexes');
  });

  it('makes itself a key with the least rights from a master key, once, and uses that', async () => {
    await open({ key: 'master' }).count();
    await open({ key: 'master' }).count();
    expect(keys.size).to.equal(1);
    const [made] = keys.values();
    expect(made!.indexes).to.deep.equal(['daqiao_*']);
    expect(made!.actions).to.include('documents.add').and.not.include('*');
    expect(requests.every(({ key }) => key === 'Bearer made')).to.equal(true);
  });

  for (const status of ['failed', 'canceled'] as const) {
    it(`says so when a task is ${status}, until one succeeds`, async () => {
      const index = open();
      fails = ({ path }) =>
        path.endsWith('/documents') ? { status, code: 'invalid_document_id' } : undefined;
      const failure = await index.upsert([document]).catch((error: Error) => error.message);
      expect(failure).to.include('invalid_document_id').and.include(status);
      const probe = await index.probeWrites!().catch((error: Error) => error.message);
      expect(probe).to.equal(failure);
      fails = () => undefined;
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
    fails = ({ method, path, body }) =>
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
    const embedders = requests.find(
      ({ body }) => (body as { embedders?: object } | undefined)?.embedders,
    )!.body;
    expect(embedders).to.deep.equal({
      embedders: { meaning: { source: 'userProvided', dimensions: 3 } },
    });
    const sent = requests.find(({ path, method }) => method === 'POST' && /documents$/.test(path))!
      .body as { _vectors: unknown }[];
    expect(sent.map(({ _vectors }) => _vectors)).to.deep.equal([
      { meaning: [1, -2, 127] },
      { meaning: null },
    ]);
  });

  it('never sends more than ten words, weighs every sub-query, and filters each', async () => {
    const index = open();
    stored = [{ ...document, validFrom: 0, validUntil: 99999999 }];
    const { query } = analyse(
      [{ field: 'problem', text: '桩里钢筋生锈看不出来，想埋传感器监测，'.repeat(40) }],
      segmenter,
    );
    requests = [];
    const filters = {
      viewer: { districts: ['d"1'], organizationId: 'o\\1' },
      stage: 'mature',
      validOn: '2026-07-01',
      excludeIds: ['c9'],
    } as const;
    const { items } = await index.search({ query, filters, limit: 10 });
    const sent = requests.find(
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
    stored = [{ id: 'c1', revision: 3 }];
    requests = [];
    await index.upsert([document]);
    expect(
      requests.some(({ method, path }) => method === 'POST' && path.endsWith('/documents')),
    ).to.equal(false);
  });

  it('rebuilds beside the old index and swaps', async () => {
    const index = open();
    requests = [];
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
    requests = [];
    fails = ({ path }) =>
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
    indexes.add('daqiao_caps_rebuild');
    updatedAt = new Date();
    const failure = await open()
      .rebuild(stream())
      .catch((error: Error) => error.message);
    expect(failure).to.include('another process');
    updatedAt = new Date(Date.now() - 3_600_000);
    await open().rebuild(stream());
    expect(indexes.has('daqiao_caps_rebuild')).to.equal(false);
  });
});

async function collect<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all;
}
