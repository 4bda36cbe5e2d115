import { expect } from 'chai';
import { type EmbeddingServer, startEmbeddingServer } from './support/embedding-server.ts';
import { enterCapability, eventually } from './support/matching-rows.ts';
import { enterNeedPeople, openNeed } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';

/** Says what the need says, with no word or character of it, in a language without translations. */
const german = {
  title: 'Überwachung von Rost in Kaimauern',
  abstract: 'Eingebettete Fühler melden Rost der Bewehrung ohne Kabel; man sieht ihn früh.',
  keywords: ['Rost'],
};
const others = [
  { title: '河豚鱼苗培育', abstract: '提高鱼苗成活率。' },
  { title: '污水处理', abstract: '污水除磷。' },
  { title: '电池管理', abstract: '电池均衡。' },
  { title: 'Resonance of masts', abstract: 'Vibration and resonance of masts.' },
];
const need = { title: '码头里的钢筋生锈看不出来', problem: '生锈了才发现，想早点知道锈没锈。' };

describe('matching by meaning', () => {
  let server: EmbeddingServer;
  let service: Service;
  let people: Awaited<ReturnType<typeof enterNeedPeople>>;
  let found: string;

  before(async () => {
    server = await startEmbeddingServer();
    service = await startService({
      env: { EMBEDDINGS_URL: server.url, EMBEDDINGS_MODEL: 'toy', RECONCILE_SECONDS: '1' },
    });
    people = await enterNeedPeople(service);
    found = await enterCapability(people.institute, german);
    for (const other of others) await enterCapability(people.institute, other);
    await service.settled();
  });
  after(async () => {
    await service.close();
    await server.close();
  });

  const matchesOf = async (id: string) => (await people.bureau.get(`/needs/${id}/matches`)).body;
  const withVectors = (id: string) =>
    eventually(
      () => matchesOf(id),
      ({ state, rankerVersion }) => state === 'ready' && rankerVersion.endsWith('+toy'),
    );

  it('finds what shares no word, and says that and how much the meaning counted', async () => {
    const id = await openNeed(people, need);
    const { items } = await withVectors(id);
    expect(items[0].capability.id).to.equal(found);
    const reason = items[0].reasons.find(({ kind }: { kind: string }) => kind === 'meaning');
    expect(reason.share).to.be.above(0.9);
    expect(reason).to.deep.include({ needSpans: [], capabilitySpans: [] });
  });

  it('finds an open need for a capability in another language', async () => {
    const id = await openNeed(people, {
      title: '电芯发热',
      problem: '电池一充电就发热，电芯鼓包。',
    });
    await withVectors(id);
    const battery = await enterCapability(people.institute, {
      title: 'Thermische Auslegung von Akkus',
      abstract: 'Kühlung eines Akkus und seiner Zellen.',
    });
    const { items } = await eventually(
      async () => (await people.institute.get(`/capabilities/${battery}/matches`)).body,
      (answer) => answer.items[0]?.need.id === id,
    );
    expect(items[0].reasons.map(({ kind }: { kind: string }) => kind)).to.include('meaning');
    const list = await eventually(
      () => matchesOf(id),
      ({ items: all }) =>
        all.some(({ capability }: { capability: { id: string } }) => capability.id === battery),
    );
    expect(list.state).to.equal('ready');
  });

  it('sends nothing of a confidential field', async () => {
    const id = await openNeed(people, {
      title: '器件焊接老是脱落',
      problem: '做碲化铋热电模块，半年就脱落。',
      tried: '换过铟焊料',
      confidential: { problem: 'nda', tried: 'assigned' },
    });
    await withVectors(id);
    expect(server.texts.join()).to.include('器件焊接老是脱落');
    expect(server.texts.join()).to.not.include('碲化铋').and.not.include('铟焊料');
  });

  it('asks once for a text, and again only when it changes', async () => {
    const asked = () => server.texts.filter((text) => text.includes('Kaimauern')).length;
    const before = asked();
    const at = `/capabilities/${found}`;
    const { revision } = (await people.institute.get(at)).body;
    await people.institute.patch(at, { trl: 6 }, { ifMatch: revision });
    await service.settled();
    expect(asked()).to.equal(before);
    await people.institute.patch(
      at,
      { abstract: `${german.abstract} Rost.` },
      {
        ifMatch: revision + 1,
      },
    );
    await eventually(
      async () => asked(),
      (count) => count === before + 1,
    );
  });

  it('forgets by meaning too what is withdrawn', async () => {
    const id = await openNeed(people, need);
    await withVectors(id);
    await people.institute.post(`/capabilities/${found}/withdraw`, {});
    await eventually(
      () => matchesOf(id),
      ({ items }) =>
        items.every((item: { capability: { id: string } }) => item.capability.id !== found),
    );
  });
});

describe('matching while the embedding server is away', () => {
  let server: EmbeddingServer;
  let service: Service;

  before(async () => {
    server = await startEmbeddingServer();
    const { port, url } = server;
    await server.close();
    service = await startService({ env: { EMBEDDINGS_URL: url, RECONCILE_SECONDS: '1' } });
    Object.assign(server, { port });
  });
  after(async () => {
    await service.close();
    await server.close();
  });

  it('goes on by words, says so, and makes up for it when the server is back', async () => {
    const people = await enterNeedPeople(service);
    await enterCapability(people.institute, { title: '钢筋锈蚀监测', abstract: '监测钢筋锈蚀。' });
    for (const other of others) await enterCapability(people.institute, other);
    const foreign = await enterCapability(people.institute, german);
    await service.settled();
    const id = await openNeed(people, need);
    await service.settled();
    const ask = async () => (await people.bureau.get(`/needs/${id}/matches`)).body;
    const without = await ask();
    expect(without.state).to.equal('ready');
    expect(without.rankerVersion).to.not.include('+');
    const ids = without.items.map(
      ({ capability }: { capability: { id: string } }) => capability.id,
    );
    expect(ids).to.have.length.above(0);
    expect(ids).to.not.include(foreign);
    const ready = await service.anonymous.get('!/readyz');
    expect(ready.status).to.equal(200);
    expect(ready.body.status).to.equal('degraded');
    expect(ready.body.services.embeddings.state).to.equal('down');

    server = await startEmbeddingServer(server.port);
    const made = await eventually(
      ask,
      ({ rankerVersion, items }) =>
        rankerVersion.includes('+') &&
        items.some(({ capability }: { capability: { id: string } }) => capability.id === foreign),
    );
    expect(made.state).to.equal('ready');
    expect((await service.anonymous.get('!/readyz')).body.status).to.equal('ready');
  });
});

describe('confidential text and the embedding server', () => {
  it('is sent only where the district said so, and orders only the list of those who may read it', async () => {
    const server = await startEmbeddingServer();
    const service = await startService({
      env: { EMBEDDINGS_URL: server.url, EMBEDDINGS_CONFIDENTIAL: 'true', RECONCILE_SECONDS: '1' },
    });
    try {
      const people = await enterNeedPeople(service);
      const thermal = await enterCapability(people.institute, {
        title: 'Fügen thermoelektrischer Bauteile',
        abstract: 'Thermoelektrische Schenkel, thermoelektrisch gefügt.',
      });
      for (const other of others) await enterCapability(people.institute, other);
      const id = await openNeed(people, {
        title: '焊接老是脱落',
        problem: '做碲化铋热电模块。',
        confidential: { problem: 'assigned' },
      });
      const seenBy = async (client: typeof people.bureau) =>
        (await client.get(`/needs/${id}/matches`)).body;
      type Item = { capability: { id: string }; score: number; reasons: { kind: string }[] };
      const thermalIn = ({ items }: { items: Item[] }) =>
        items.find(({ capability }) => capability.id === thermal);
      const full = await eventually(
        () => seenBy(people.bureau),
        (answer) => thermalIn(answer) !== undefined,
      );
      expect(thermalIn(full)!.reasons.map(({ kind }) => kind)).to.deep.equal(['meaning']);
      expect(server.texts.join()).to.include('碲化铋');
      const outside = thermalIn(await seenBy(people.broker))?.score ?? 0;
      expect(thermalIn(full)!.score).to.be.above(2 * outside);
    } finally {
      await service.close();
      await server.close();
    }
  });
});
