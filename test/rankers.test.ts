import { expect } from 'chai';
import { rankerModel } from '../src/features/matching/ranker.ts';
import { enterDecisions } from './support/decision-rows.ts';
import { capabilityTexts, enterCapability, eventually } from './support/matching-rows.ts';
import { enterNeedPeople, openNeed } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';

const shipped = rankerModel.version;
const shippedId = `330206-${shipped}`;

describe('rankers', () => {
  let service: Service;
  let people: Awaited<ReturnType<typeof enterNeedPeople>>;
  let needId: string;
  let matchIds: string[];

  before(async () => {
    service = await startService();
    people = await enterNeedPeople(service);
    for (const fields of Object.values(capabilityTexts)) {
      await enterCapability(people.institute, fields);
    }
    await service.settled();
    needId = await openNeed(people);
    await service.settled();
    matchIds = (await list()).items.map(({ id }: { id: string }) => id);
  });
  after(() => service.close());

  const list = async () => (await people.bureau.get(`/needs/${needId}/matches`)).body;
  const versions = async () => (await people.bureau.get('/rankers')).body.items;
  const decide = async (at: number) => {
    const body = {
      decision: at === 0 ? 'shortlisted' : 'refused',
      ...(at > 0 && { code: 'price' }),
    };
    const answer = await people.bureau.post(`/matches/${matchIds[at]}/decision`, body);
    expect(answer.status).to.equal(200);
  };

  it('begin with the shipped one, and with no probability', async () => {
    const items = await versions();
    expect(items).to.have.length(1);
    expect(items[0]).to.deep.include({ id: shippedId, state: 'active', learnt: false });
    expect(items[0]).to.not.have.any.keys('calibration');
    const { rankerVersion, items: matches } = await list();
    expect(rankerVersion).to.equal(shipped);
    for (const match of matches) expect(match).to.not.have.property('probability');
  });

  it('learn from decisions, and make every list anew; below 300 they foretell nothing', async () => {
    await enterDecisions(service, 240);
    await decide(0);
    const items = await eventually(versions, (found) => found.length === 2);
    const learnt = items.find((one: { learnt: boolean }) => one.learnt);
    expect(learnt.state).to.equal('active');
    expect(learnt.decisions).to.equal(241);
    expect(learnt.weights.bigrams).to.be.above(learnt.weights.words);
    expect(learnt.holdOut.gainLow).to.be.above(0);
    expect(learnt.holdOut.after.order).to.be.above(learnt.holdOut.before.order);
    const after = await eventually(
      list,
      ({ state, rankerVersion }) => state === 'ready' && rankerVersion === learnt.version,
    );
    for (const match of after.items) expect(match).to.not.have.property('probability');
    const { body } = await people.bureau.get(`/rankers/${learnt.id}`);
    expect(body).to.not.have.property('calibration');
    const decided = body.bandFigures.reduce(
      (sum: number, one: { decisions: number }) => sum + one.decisions,
      0,
    );
    expect(decided).to.equal(241);
  });

  it('foretell from about 300 on: more for more, by a table that adds up', async () => {
    await enterDecisions(service, 80, { from: 240 });
    await decide(1);
    const { items } = await eventually(
      list,
      ({ state, items: found }) => state === 'ready' && found[0].probability !== undefined,
    );
    const chances = items.map((one: { probability: number }) => one.probability);
    expect(chances).to.deep.equal([...chances].sort((a, b) => b - a));
    for (const chance of chances) expect(chance).to.be.within(0, 1);
    const active = (await versions()).find((one: { state: string }) => one.state === 'active');
    const { reliability, decisions, brier } = active.calibration;
    expect(decisions).to.equal(322);
    expect(brier).to.be.below(0.25);
    const sum = (of: (row: (typeof reliability)[number]) => number) =>
      reliability.reduce((total: number, row: (typeof reliability)[number]) => total + of(row), 0);
    expect(sum((row) => row.decisions)).to.equal(322);
    expect(sum((row) => row.shortlisted)).to.equal(108);
    for (const { from, to, foretold } of reliability) expect(foretold).to.be.within(from, to);
  });

  it('go back to an earlier one, on the record', async () => {
    const path = `/rankers/${shippedId}/activate`;
    const body = { note: '先用回原来的' };
    const headers = { 'idempotency-key': 'back-1' };
    const answer = await people.bureau.post(path, body, headers);
    expect(answer.status).to.equal(200);
    expect(answer.body).to.deep.include({ id: shippedId, state: 'active' });
    expect((await list()).rankerVersion).to.be.a('string');
    await eventually(
      list,
      ({ state, rankerVersion }) => state === 'ready' && rankerVersion === shipped,
    );
    const others = (await versions()).filter((one: { id: string }) => one.id !== shippedId);
    for (const { state } of others) expect(state).to.be.oneOf(['retired', 'rejected']);
    const again = await people.bureau.post(path, body, headers);
    expect(again.headers.get('idempotency-replayed')).to.equal('true');
    const { items } = (await people.bureau.get(`/audit?subject=${shippedId}`)).body;
    const entry = items.find((one: { action: string }) => one.action === 'activated');
    expect(entry).to.deep.include({ note: body.note });
  });

  it('refuse what was never better, what was learnt for other parts, and a wrong body', async () => {
    const record = await service.ctx.stores.rankers.get({ unscoped: 'a test' }, shippedId);
    const { version, weights, bands } = record;
    const fields = {
      ...{ district: '330206', kind: 'learnt' as const, base: version, weights, bands },
      ...{ decisions: 60, holdOut: null, version: 'worse', accepted: false },
    };
    const cmd = { actor: people.bureau.actor!, at: new Date() };
    const step = { action: 'rejected' };
    await service.ctx.stores.rankers.insert(cmd, fields, step, '330206-worse');
    const old = { ...fields, base: 'text-0', version: 'old', accepted: true };
    await service.ctx.stores.rankers.insert(cmd, old, step, '330206-old');
    const activate = (id: string, body: object = {}) =>
      people.bureau.post(`/rankers/${id}/activate`, body);
    expect((await activate('330206-worse')).body.code).to.equal('wrong_state');
    expect((await activate('330206-old')).body.code).to.equal('outdated');
    expect((await activate(shippedId, { weights: {} })).status).to.equal(400);
    expect((await activate('330206-none')).status).to.equal(404);
    expect((await people.bureau.get('/rankers?sort=weights')).status).to.equal(400);
  });

  it('are for the office of the district', async () => {
    for (const client of [people.broker, people.enterprise, people.institute]) {
      expect((await client.get('/rankers')).status).to.equal(403);
      expect((await client.get(`/rankers/${shippedId}`)).status).to.equal(403);
      expect((await client.post(`/rankers/${shippedId}/activate`, {})).status).to.equal(403);
    }
    const far = service.as({ roles: ['bureau'], district: '440305' });
    expect((await far.get(`/rankers/${shippedId}`)).status).to.equal(404);
    expect((await far.post(`/rankers/${shippedId}/activate`, {})).status).to.equal(404);
    const theirs = (await far.get('/rankers')).body.items;
    expect(theirs.map((one: { id: string }) => one.id)).to.deep.equal([`440305-${shipped}`]);
    const admin = service.as({ roles: ['admin'] });
    expect((await admin.get('/rankers')).status).to.equal(200);
    expect((await service.anonymous.get('/rankers')).status).to.equal(401);
  });
});
