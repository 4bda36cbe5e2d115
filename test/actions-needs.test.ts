import { expect } from 'chai';
import { actionReaders } from './support/action-readers.ts';
import { expectRefusals, type Stage, seeded, walk } from './support/actions.ts';
import { assignmentWhen } from './support/brokers.ts';
import { enterCapability } from './support/capability-rows.ts';
import type { Client } from './support/client.ts';
import { type ContractPlace, done, startContracts } from './support/contracts.ts';
import { ledNeed } from './support/engagement-rows.ts';
import { aNeed, openNeed } from './support/rows.ts';

describe('the actions on needs, capabilities and assignments', () => {
  let place: ContractPlace;
  let readers: Record<string, Client>;
  let capabilityId: string;
  before(async () => {
    place = await startContracts();
    readers = await actionReaders(place);
    capabilityId = await enterCapability(place.institute);
  });
  after(() => place.service.close());

  /** An assignment that met another write is made a second later: no queue holds it meanwhile. */
  async function assigned(id: string): Promise<void> {
    const { model } = place.service.ctx.stores.needs;
    for (let tries = 0; tries < 40; tries += 1) {
      await place.service.settled();
      if (!(await model.exists({ _id: id, 'todo.topic': 'assign' }))) return;
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  function onNeed(id: string): Stage {
    const act = (name: string, body?: unknown) => (client: Client) =>
      client.post(`/needs/${id}/${name}`, body);
    const { institute: _, ...others } = readers;
    return {
      path: `/needs/${id}`,
      settled: () => assigned(id),
      readers: others,
      harmless: ['confirm'],
      ends: ['withdraw', 'close'],
      attempts: {
        update: (client) => client.patch(`/needs/${id}`, { product: '保险杠' }),
        submit: act('submit'),
        confirm: act('confirm'),
        vet: act('vet', { decision: 'accepted' }),
        withdraw: act('withdraw', {}),
        renew: act('renew'),
        close: act('close', { code: 'solved' }),
        engage: (client) =>
          client.post('/engagements', { needId: id, instituteId: place.farInstituteId }),
        decide: (client) =>
          client.post(`/matches/${id}-${capabilityId}/decision`, { decision: 'shortlisted' }),
      },
    };
  }

  const post = async (client: Client, more = {}) =>
    (await done(client, '/needs', { ...aNeed, ...more })).id as string;

  it('hold for needs through all their states', async () => {
    const starts: (() => Promise<string>)[] = [
      () => post(place.enterprise),
      () => post(place.broker, { organizationId: place.enterpriseId }),
      () => openNeed(place),
      () => ledNeed(place),
    ];
    const taken = new Set<string>();
    for (const [seed, start] of starts.entries()) {
      for (const action of await walk(onNeed(await start()), 7, seeded(seed + 1)))
        taken.add(action);
    }
    expect([...taken]).to.include.members(['update', 'submit', 'confirm', 'vet', 'withdraw']);
    expect([...taken]).to.include.members(['close', 'engage', 'decide', 'renew']);
  });

  it('offer an expired need to its owner for renewal, and nothing else', async () => {
    const id = await openNeed(place);
    await place.service.settled();
    await place.service.ctx.stores.needs.model.updateOne(
      { _id: id },
      { $set: { status: 'closed', closeCode: 'expired' } },
    );
    await expectRefusals(onNeed(id));
    expect((await place.enterprise.get(`/needs/${id}`)).body.actions).to.deep.equal([
      'renew',
      'decide',
    ]);
  });

  it('hold for what an assignment waits for', async () => {
    const id = await openNeed(place);
    const asked = await assignmentWhen(place.bureau, id, 'proposed');
    const stage: Stage = {
      path: `/assignments/${asked.id}`,
      readers,
      attempts: {
        accept: (client) => client.post(`/assignments/${asked.id}/accept`),
        decline: (client) => client.post(`/assignments/${asked.id}/decline`, { code: 'price' }),
        reassign: (client) =>
          client.post(`/assignments/${asked.id}/reassign`, { brokerId: 'nobody' }),
      },
    };
    expect(asked.actions).to.deep.equal(['reassign']);
    await walk(stage, 1, () => 0);
    await expectRefusals(stage);
    await done(place.enterprise, `/needs/${id}/withdraw`);
    await place.service.settled();
    await expectRefusals(stage);
    expect((await place.bureau.get(stage.path)).body.actions).to.deep.equal([]);
  });

  it('hold for capabilities', async () => {
    const id = await enterCapability(place.institute);
    const act = (name: string) => (client: Client) => client.post(`/capabilities/${id}/${name}`);
    const stage: Stage = {
      path: `/capabilities/${id}`,
      readers,
      attempts: {
        update: (client) => client.patch(`/capabilities/${id}`, { trl: 5 }),
        withdraw: act('withdraw'),
        publish: act('publish'),
      },
    };
    const taken = await walk(stage, 5, seeded(7));
    expect(taken).to.include.members(['update', 'withdraw', 'publish']);
  });

  it('are offered on a match to the side that decides', async () => {
    const id = await openNeed(place);
    const decide = (client: Client) =>
      client.post(`/matches/${id}-${capabilityId}/decision`, { decision: 'shortlisted' });
    for (const client of [place.institute, place.enterprise, place.bureau]) {
      const answer = await decide(client);
      expect([answer.status, answer.body.actions]).to.deep.equal([200, ['decide']]);
    }
    expect((await decide(readers.otherBroker!)).status).to.equal(403);
  });

  it('are none for a token that may not write', async () => {
    const id = await post(place.enterprise);
    const reading = place.service.as({ ...place.enterprise.actor, tokenScopes: ['*:read'] });
    expect((await reading.get(`/needs/${id}`)).body.actions).to.deep.equal([]);
  });
});
