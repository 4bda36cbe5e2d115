import { expect } from 'chai';
import { capabilityTexts, enterCapability, eventually } from './support/matching-rows.ts';
import { startMeilisearchStandIn } from './support/meilisearch-stand-in.ts';
import { enterNeedPeople, openNeed } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';

describe('matching while the search server is away', () => {
  let service: Service;

  before(async () => {
    service = await startService({
      work: false,
      // Nothing listens there.
      env: { MEILI_URL: 'http://127.0.0.1:9', MEILI_KEY: 'key' },
    });
  });
  after(() => service.close());

  it('takes needs, says what waits, and names what is down', async () => {
    const people = await enterNeedPeople(service);
    const id = await openNeed(people);
    const { status, body } = await people.bureau.get(`/needs/${id}/matches`);
    expect(status).to.equal(200);
    expect(body).to.deep.include({ state: 'pending', items: [] });
    const search = await people.bureau.get('/search?q=a');
    expect(search.status).to.equal(503);
    expect(search.headers.get('retry-after')).to.not.equal(null);
    const ready = await service.anonymous.get('!/readyz');
    expect(ready.status).to.equal(503);
    expect(ready.body.services.search.state).to.equal('down');
  });
});

describe('matching while the search server fails what it took', () => {
  it('is degraded until a write succeeds, and owes the document meanwhile', async () => {
    const meili = await startMeilisearchStandIn();
    const { script } = meili;
    const isWrite = ({ method, path }: { method: string; path: string }) =>
      method === 'POST' && path.endsWith('_capabilities/documents');
    script.fails = (asked) => (isWrite(asked) ? { status: 'failed', code: 'no_space' } : undefined);
    const service = await startService({ env: { MEILI_URL: meili.url, MEILI_KEY: 'key' } });
    try {
      const health = async () => (await service.anonymous.get('!/readyz')).body;
      const owing = async () => {
        const ids: string[] = [];
        const { capabilities } = service.ctx.stores;
        for await (const { _id } of capabilities.owing('index')) ids.push(_id);
        return ids;
      };
      const people = await enterNeedPeople(service);
      expect((await health()).services.search_writes.state).to.equal('up');
      const id = await enterCapability(people.institute, capabilityTexts.fish);
      const bad = await eventually(health, ({ status }) => status !== 'ready');
      expect(bad.status).to.equal('degraded');
      expect(bad.services.search_writes.state).to.equal('down');
      expect(bad.services.search.state).to.equal('up');
      expect((await service.anonymous.get('!/readyz')).status).to.equal(200);
      expect(await owing()).to.deep.equal([id]);

      script.fails = () => undefined;
      const good = await eventually(health, ({ status }) => status === 'ready');
      expect(good.services.search_writes.state).to.equal('up');
      await eventually(owing, (ids) => ids.length === 0);
      const last = script.requests.findLast(isWrite)!.body as { id: string }[];
      expect(last.map((one) => one.id)).to.deep.equal([id]);
    } finally {
      await service.close();
      await meili.close();
    }
  });
});
