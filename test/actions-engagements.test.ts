import { expect } from 'chai';
import { actionReaders } from './support/action-readers.ts';
import { expectRefusals, type Stage, seeded, walk } from './support/actions.ts';
import type { Client } from './support/client.ts';
import {
  anAgreement,
  type ContractPlace,
  daysAgo,
  done,
  startContracts,
  today,
} from './support/contracts.ts';
import { moveThrough } from './support/engagement-rows.ts';
import { aForm, upload } from './support/upload-rows.ts';

describe('the actions on engagements and agreements', () => {
  let place: ContractPlace;
  let readers: Record<string, Client>;
  before(async () => {
    place = await startContracts();
    readers = await actionReaders(place);
  });
  after(() => place.service.close());

  const meeting = {
    at: new Date(Date.now() + 86_400_000).toISOString(),
    participants: [
      { side: 'enterprise', name: '甲' },
      { side: 'institute', name: '乙' },
    ],
    nextSteps: [
      { text: '寄样件', ownerSide: 'enterprise', due: today() },
      { text: '出方案', ownerSide: 'institute', due: today() },
    ],
  };

  function onEngagement(id: string): Stage {
    const act = (name: string, body: unknown) => (client: Client) =>
      client.post(`/engagements/${id}/${name}`, body);
    const sign = (side: string) =>
      side === 'institute' ? 'signedByInstituteAt' : 'signedByEnterpriseAt';
    return {
      path: `/engagements/${id}`,
      readers,
      attempts: {
        update: (client) => client.patch(`/engagements/${id}`, { shares: [] }),
        stage: (client, body) => {
          const to = body.nextStages?.[0] ?? 'ended';
          return act('stage', to === 'ended' ? { to, code: 'price' } : { to })(client);
        },
        meetings: act('meetings', meeting),
        contacts: act('contacts', { kind: 'call', note: '问进度' }),
        visits: act('visits', { plannedAt: today() }),
        outcomes: act('outcomes', { kind: 'months_saved', value: 3, statedBy: '厂长' }),
        ndas: (client, body) => act('ndas', { [sign(body.signatures?.[0])]: daysAgo(1) })(client),
        files: async (client) => {
          const file = await upload(client, '/files', aForm('纪要', 'minutes.txt'));
          return act('files', { fileIds: [file.body.id] })(client);
        },
      },
    };
  }

  /** Parts inside an engagement carry their own actions, by an address of their own. */
  async function expectParts(id: string) {
    for (const [name, client] of Object.entries(readers)) {
      const { body, status } = await client.get(`/engagements/${id}`);
      const full = (await place.bureau.get(`/engagements/${id}`)).body;
      const seen = (part: 'nextSteps' | 'visits', partId: string): string[] =>
        status === 200
          ? (body[part].find((one: { id: string }) => one.id === partId)?.actions ?? [])
          : [];
      for (const step of full.nextSteps) {
        if (seen('nextSteps', step.id).includes('done')) continue;
        const answer = await client.post(`/engagements/${id}/next-steps/${step.id}/done`, {});
        expect(answer.status, `${name} done`).to.be.oneOf([403, 404, 409]);
      }
      for (const visit of full.visits) {
        if (seen('visits', visit.id).includes('report')) continue;
        const report = { at: new Date().toISOString(), note: '看了线' };
        const answer = await client.post(`/engagements/${id}/visits/${visit.id}/report`, report);
        expect(answer.status, `${name} report`).to.be.oneOf([403, 404, 409]);
      }
    }
  }

  it('hold for engagements through all their stages', async () => {
    const taken = new Set<string>();
    for (const seed of [1, 2]) {
      const { engagementId } = await place.engage();
      for (const one of await walk(onEngagement(engagementId), 10, seeded(seed))) taken.add(one);
      await expectParts(engagementId);
    }
    const names = [
      'update',
      'stage',
      'meetings',
      'contacts',
      'visits',
      'outcomes',
      'ndas',
      'files',
    ];
    expect([...taken]).to.have.members(names);
  });

  it('name the stages that may come next, and refuse the others', async () => {
    const { engagementId } = await place.engage();
    const stages = ['introduced', 'meeting', 'agreed', 'delivering', 'completed', 'ended'];
    for (const to of ['evaluating', 'negotiating', 'agreed']) {
      for (const client of [place.broker, place.enterprise, place.institute, place.farBureau]) {
        const { status, body } = await client.get(`/engagements/${engagementId}`);
        const next: string[] = status === 200 ? body.nextStages : [];
        for (const stage of stages.filter((one) => !next.includes(one))) {
          const move = stage === 'ended' ? { to: stage, code: 'price' } : { to: stage };
          const answer = await client.post(`/engagements/${engagementId}/stage`, move);
          expect(answer.status, stage).to.be.oneOf([403, 404, 409]);
        }
      }
      await moveThrough(place.broker, engagementId, to);
    }
    const { body } = await place.enterprise.get(`/engagements/${engagementId}`);
    expect(body.nextStages).to.deep.equal(['ended']);
  });

  it('offer steps and visits to those who owe them', async () => {
    const { engagementId: id } = await place.engage();
    await done(place.broker, `/engagements/${id}/meetings`, meeting);
    await done(place.broker, `/engagements/${id}/visits`, { plannedAt: today() });
    await expectParts(id);
    const { body } = await place.enterprise.get(`/engagements/${id}`);
    const [own, theirs] = body.nextSteps;
    expect([own.actions, theirs.actions]).to.deep.equal([['done'], []]);
    expect(body.visits[0].actions).to.deep.equal([]);
    await done(place.enterprise, `/engagements/${id}/next-steps/${own.id}/done`);
    const visit = (await place.institute.get(`/engagements/${id}`)).body.visits[0];
    expect(visit.actions).to.deep.equal(['report']);
    await done(place.broker, `/engagements/${id}/stage`, { to: 'ended', code: 'price' });
    await expectParts(id);
    await expectRefusals(onEngagement(id));
  });

  function onAgreement(id: string): Stage {
    const act = (name: string, body: unknown) => (client: Client) =>
      client.post(`/agreements/${id}/${name}`, body);
    return {
      path: `/agreements/${id}`,
      readers,
      harmless: ['confirm'],
      ends: ['deregister', 'revoke'],
      attempts: {
        update: (client) => client.patch(`/agreements/${id}`, { title: '耐候材料开发' }),
        sign: act('sign', { signedAt: daysAgo(3) }),
        confirm: act('confirm', {}),
        apply: act('apply', {}),
        register: act('register', { number: `N${id}`, registeredAt: today() }),
        change: act('change', { note: '改了附件' }),
        pay: act('payments', { paidAt: today(), amountFen: 100 }),
        distinguish: act('distinguish', {}),
        deregister: act('deregister', {}),
        revoke: act('revoke', { code: 'void' }),
      },
    };
  }

  it('hold for agreements through all their states', async () => {
    const taken = new Set<string>();
    for (const pick of [() => 0, seeded(2)]) {
      const { engagementId } = await place.engage();
      const body = { ...anAgreement(place), engagementId };
      const { id } = await done(place.broker, '/agreements', body);
      for (const one of await walk(onAgreement(id), 12, pick)) taken.add(one);
    }
    expect([...taken]).to.include.members(['update', 'sign', 'confirm', 'register', 'change']);
    expect([...taken]).to.include.members(['apply', 'pay', 'distinguish']);
  });
});
