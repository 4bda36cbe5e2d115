import { expect } from 'chai';
import type { Client } from './support/client.ts';
import { capabilityTexts, enterCapability } from './support/matching-rows.ts';
import { enterNeedPeople, openNeed } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';

/** Words that only a confidential field of the need holds, and that nothing else here holds. */
const secret = '碲化铋';

describe('matching keeps the confidentiality layers', () => {
  let service: Service;
  let people: Awaited<ReturnType<typeof enterNeedPeople>>;
  let outsider: Client;
  let needId: string;
  let probe: string;
  let plain: string;

  before(async () => {
    service = await startService();
    people = await enterNeedPeople(service);
    outsider = people.broker;
    probe = await enterCapability(people.institute, {
      title: `${secret}热电器件的焊接`,
      abstract: `${secret}热电器件与铜电极的低温焊接方法，接触电阻达到5 mΩ。`,
      keywords: [secret],
    });
    plain = await enterCapability(people.institute, {
      title: '铅锡合金器件的焊接',
      abstract: '铅锡合金器件与铜电极的低温焊接方法。',
    });
    await enterCapability(people.institute, capabilityTexts.fish);
    await service.settled();
    needId = await openNeed(people, {
      title: '器件焊接老是脱落',
      problem: `我们做${secret}热电模块，和铜片焊接以后半年就脱落。`,
      indicators: [{ name: '接触电阻', relation: '<=', value: 10, unit: 'mΩ' }],
      confidential: { problem: 'assigned', indicators: 'nda' },
    });
    await service.settled();
  });
  after(() => service.close());

  const matchesOf = async (client: Client, id = needId) =>
    (await client.get(`/needs/${id}/matches`)).body;

  it('matches on everything for the firm and its bureau', async () => {
    for (const client of [people.enterprise, people.bureau]) {
      const { state, items } = await matchesOf(client);
      expect(state).to.equal('ready');
      expect(items[0].capability.id).to.equal(probe);
      expect(JSON.stringify(items[0].reasons)).to.include(secret);
      expect(items[0].indicators[0]).to.include({ name: '接触电阻', satisfaction: 'met' });
    }
  });

  it('matches on the public layer for a broker who is not on the need', async () => {
    const { items } = await matchesOf(outsider);
    expect(items).to.not.have.length(0);
    for (const { reasons, indicators } of items) {
      expect(indicators).to.deep.equal([]);
      const fields = reasons.flatMap((reason: { needSpans: { field: string }[] }) =>
        reason.needSpans.map(({ field }) => field),
      );
      expect(new Set(fields)).to.deep.equal(new Set(['title']));
      expect(JSON.stringify(reasons)).to.not.include(secret);
    }
  });

  it('shows an institute its own capabilities only, by the public layer', async () => {
    const other = service.as({ roles: ['institute'], organizationId: 'another-institute' });
    expect((await matchesOf(other)).items).to.deep.equal([]);
    const { items } = await matchesOf(people.institute);
    expect(items).to.not.have.length(0);
    expect(JSON.stringify(items)).to.not.include('接触电阻');
    for (const { reasons } of items) expect(JSON.stringify(reasons)).to.not.include(secret);
  });

  it('cannot be probed by editing a capability', async () => {
    const scores = async () => {
      const found = new Map<string, number>();
      for (const id of [probe, plain]) {
        const { items } = (await people.institute.get(`/capabilities/${id}/matches`)).body;
        const item = items.find((one: { need: { id: string } }) => one.need.id === needId);
        expect(JSON.stringify(item.reasons)).to.not.include(secret);
        found.set(id, item.score);
      }
      return found;
    };
    const before = await scores();
    const shared = { title: '器件的焊接', keywords: [] };
    await people.institute.patch(`/capabilities/${plain}`, {
      ...shared,
      abstract: '焊接方法甲乙丙。',
    });
    await people.institute.patch(`/capabilities/${probe}`, {
      ...shared,
      abstract: `焊接方法${secret}。`,
    });
    await service.settled();
    const after = await scores();
    expect(before.size).to.equal(2);
    expect(after.get(probe)).to.equal(after.get(plain));
  });

  it('finds no need by its secrets, whoever searches', async () => {
    for (const client of [people.institute, outsider, people.bureau, people.enterprise]) {
      const { items } = (await client.get(`/search?kind=need&q=${secret}`)).body;
      expect(items).to.deep.equal([]);
    }
  });

  it('tells nothing of whose a need is through facets', async () => {
    const { items, facets } = (
      await people.institute.get(`/search?kind=need&q=${encodeURIComponent('器件焊接')}`)
    ).body;
    expect(items[0]).to.include({ id: needId, title: '器件焊接老是脱落' });
    expect(items[0].snippet).to.equal('');
    expect(facets.institute).to.deep.equal([]);
    const filtered = await people.institute.get(
      `/search?kind=need&q=x&organizationId=${people.enterpriseId}`,
    );
    expect(JSON.stringify(filtered.body.items)).to.equal('[]');
  });

  it('hides at once what was public when the list was made', async () => {
    const still = await startService({ work: false });
    try {
      const those = await enterNeedPeople(still);
      await enterCapability(those.institute, capabilityTexts.fish);
      const id = await openNeed(those, { title: '鳗鱼池缺氧', problem: '河豚苗也受影响。' });
      const { matchIndexer, matches } = still.ctx;
      await matchIndexer.reconcile();
      await matches.matchNeed(id);
      const read = async (client: Client) => (await client.get(`/needs/${id}/matches`)).body;
      expect((await read(those.broker)).items).to.have.length(1);
      await those.enterprise.patch(`/needs/${id}`, { confidential: { problem: 'assigned' } });
      expect(await read(those.broker)).to.deep.include({ state: 'stale', items: [] });
      const own = await read(those.enterprise);
      expect(own.state).to.equal('stale');
      expect(own.items).to.have.length(1);
      await matches.matchNeed(id);
      expect(await read(those.broker)).to.deep.include({ state: 'ready', items: [] });
    } finally {
      await still.close();
    }
  });

  it('finds nothing by what is a secret by now, whatever the index still holds', async () => {
    const still = await startService({ work: false });
    try {
      const those = await enterNeedPeople(still);
      const { matchIndexer } = still.ctx;
      const id = await openNeed(those, {
        ...{ title: '模块脱落', problem: `做${secret}模块。`, field: 'new_materials' },
      });
      const near = await enterCapability(those.institute, { title: secret, abstract: secret });
      await matchIndexer.reconcile();
      await still.ctx.stores.needs.settle(id, 'index', 1_000);
      const search = async (q: string) =>
        (await those.institute.get(`/search?kind=need&q=${q}`)).body;
      const reverse = async () =>
        (await those.institute.get(`/capabilities/${near}/matches`)).body.items;
      expect(await reverse()).to.have.length(1);
      expect(await search(secret)).to.deep.include({ total: 1 });

      await those.enterprise.patch(`/needs/${id}`, { confidential: { problem: 'assigned' } });
      const none = { field: {}, stage: {}, institute: [] };
      expect(await search(secret)).to.deep.equal({ items: [], total: 0, facets: none });
      expect(await reverse()).to.deep.equal([]);
      await matchIndexer.indexNeed(id);
      await still.ctx.stores.needs.settle(id, 'index', 1_000);
      expect(await search(secret)).to.deep.equal({ items: [], total: 0, facets: none });
      expect((await search('模块脱落')).items[0]).to.include({ id });
    } finally {
      await still.close();
    }
  });

  it('counts no capability that was hidden since, whatever the index still holds', async () => {
    const still = await startService({ work: false });
    try {
      const those = await enterNeedPeople(still);
      const { matchIndexer } = still.ctx;
      const id = await enterCapability(those.institute, capabilityTexts.fish);
      await matchIndexer.reconcile();
      const search = async () => {
        const { total, facets } = (await those.bureau.get('/search?q=河豚')).body;
        return { total, institutes: facets.institute.length };
      };
      expect(await search()).to.deep.equal({ total: 1, institutes: 1 });
      await those.institute.post(`/capabilities/${id}/withdraw`, {});
      expect(await search()).to.deep.equal({ total: 0, institutes: 0 });
    } finally {
      await still.close();
    }
  });
});
