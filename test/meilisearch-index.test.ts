import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { analyse } from '../src/features/matching/analyse.ts';
import type { CandidateDocument } from '../src/features/matching/candidate-index.ts';
import { createMeilisearchIndex } from '../src/features/matching/meilisearch-index.ts';
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
  let failing: string | undefined;

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
      if (!sent.path.startsWith('/tasks/')) requests.push(sent);
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
    failing = undefined;
  });

  function respond({ method, path, body }: Request): [number, unknown] {
    const task = (type: string) => [202, { taskUid: 1, indexUid: null, status: 'enqueued', type }];
    if (path.startsWith('/tasks/')) {
      const error = failing && { code: failing, message: 'refused', type: 'invalid', link: '' };
      return [200, { uid: 1, type: 'any', status: failing ? 'failed' : 'succeeded', error }];
    }
    if (path === '/indexes' && method === 'POST') {
      indexes.add((body as { uid: string }).uid);
      return task('indexCreation') as [number, unknown];
    }
    if (path === '/multi-search') return [200, { hits: stored, estimatedTotalHits: stored.length }];
    if ((path.endsWith('/documents') && method === 'GET') || path.endsWith('/documents/fetch')) {
      return [200, { results: stored, total: stored.length, offset: 0, limit: 1000 }];
    }
    const uid = path.split('/')[2];
    if (method === 'GET' && uid !== undefined && !indexes.has(uid)) {
      const error = { message: 'no', code: 'index_not_found', type: 'invalid_request', link: '' };
      return [404, error];
    }
    if (method === 'GET') return [200, { uid, primaryKey: 'id' }];
    return task(method) as [number, unknown];
  }

  const open = () => createMeilisearchIndex({ url, key: 'least', uid: 'daqiao_caps', segmenter });
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

  it('creates the index once, at its first use, and sets it up each time, with the key', async () => {
    await open().count();
    const index = open();
    await index.count();
    await index.count();
    const asked = requests.map(({ method, path }) => `${method} ${path}`);
    expect(asked.filter((line) => line === 'POST /indexes')).to.have.length(1);
    expect(asked.filter((line) => line === 'PATCH /indexes/daqiao_caps/settings')).to.have.length(
      2,
    );
    expect(requests.every(({ key }) => key === 'Bearer least')).to.equal(true);
  });

  it('says so when a task fails', async () => {
    const index = open();
    failing = 'invalid_document_id';
    const failure = await index.upsert([document]).catch((error: Error) => error.message);
    expect(failure).to.include('invalid_document_id');
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
    const sent = requests.find(({ path }) => path === '/multi-search')!.body as {
      federation: { limit: number };
      queries: { q: string; filter: string; federationOptions: { weight: number } }[];
    };
    expect(sent.federation.limit).to.be.at.least(10);
    expect(sent.queries.length).to.be.within(10, 120);
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
    const asked = requests.map(({ method, path }) => `${method} ${path}`);
    const added = asked.indexOf('POST /indexes/daqiao_caps_rebuild/documents');
    const swapped = asked.indexOf('POST /swap-indexes');
    expect(added).to.be.greaterThan(-1);
    expect(swapped).to.be.greaterThan(added);
    expect(asked.at(-1)).to.equal('DELETE /indexes/daqiao_caps_rebuild');
  });
});
