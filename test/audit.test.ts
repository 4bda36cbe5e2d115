import { expect } from 'chai';
import { aPassword, enterPerson, signIn } from './support/account-rows.ts';
import type { Client } from './support/client.ts';
import { aNeed, enterNeedPeople } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';

describe('audit', () => {
  let service: Service;
  let people: Awaited<ReturnType<typeof enterNeedPeople>>;
  before(async () => {
    service = await startService({ work: false });
    people = await enterNeedPeople(service);
  });
  after(() => service.close());

  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
  const lines = async (by: Client, id: string, more = ''): Promise<any[]> => {
    const answer = await by.get(`/audit?subject=${id}${more}`);
    expect(answer.status).to.equal(200);
    return answer.body.items;
  };

  it('tells who changed what, when, before and after', async () => {
    const { bureau, enterprise } = people;
    const { id } = (await enterprise.post('/needs', aNeed)).body;
    await enterprise.patch(`/needs/${id}`, { title: '车灯起雾' });
    await enterprise.post(`/needs/${id}/submit`);
    const seen = await lines(bureau, id);
    expect(seen.map((line) => line.action)).to.deep.equal(['created', 'update', 'submit']);
    expect(seen[1]).to.deep.include({
      subject: { kind: 'need', id, name: '车灯起雾' },
      revision: 2,
      by: { id: enterprise.actor!.id, name: enterprise.actor!.name },
    });
    expect(Date.parse(seen[1].at)).to.be.closeTo(Date.now(), 60_000);
    expect(seen[1].changes).to.deep.include({
      path: 'title',
      before: aNeed.title,
      after: '车灯起雾',
    });
  });

  it('is whole over pages, wherever the lines are kept', async () => {
    const { bureau, enterprise, enterpriseId } = people;
    for (let i = 0; i < 4; i++)
      await enterprise.patch(`/organizations/${enterpriseId}`, { name: `厂 ${i}` });
    await service.ctx.reconciler.run();
    for (let i = 4; i < 7; i++)
      await enterprise.patch(`/organizations/${enterpriseId}`, { name: `厂 ${i}` });
    for (const limit of [1, 2, 3, 8, 100]) {
      const revisions: number[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const { body } = await bureau.get(
          `/audit?subject=${enterpriseId}&limit=${limit}${cursor && `&cursor=${cursor}`}`,
        );
        revisions.push(...body.items.map((line: { revision: number }) => line.revision));
        cursor = body.nextCursor;
      }
      expect(revisions, `pages of ${limit}`).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8]);
    }
  });

  it('is for the office of the district', async () => {
    const { enterprise, broker, institute, enterpriseId, instituteId } = people;
    for (const other of [enterprise, broker, institute]) {
      expect((await other.get(`/audit?subject=${enterpriseId}`)).status).to.equal(403);
    }
    const elsewhere = service.as({ roles: ['bureau'], district: '330212' });
    for (const id of [enterpriseId, instituteId, 'unknown']) {
      expect((await elsewhere.get(`/audit?subject=${id}`)).status, id).to.equal(404);
    }
    const abroad = service.as({ roles: ['admin'], district: '330212' });
    expect((await abroad.get(`/audit?subject=${enterpriseId}`)).status).to.equal(404);
    expect((await service.anonymous.get(`/audit?subject=${enterpriseId}`)).status).to.equal(401);
    expect((await people.bureau.get(`/audit?subject[$gt]=`)).status).to.equal(400);
    expect((await people.bureau.get(`/audit?subject=x&cursor=y`)).status).to.equal(400);
  });

  it('holds no password and no token', async () => {
    const { bureau } = people;
    const { id, email } = await enterPerson(service, bureau);
    const person = await signIn(service, email);
    const made = await person.post('/tokens', {
      name: 'program',
      scopes: ['*:read'],
      expiresAt: '2999-01-01T00:00:00Z',
    });
    await person.delete(`/tokens/${made.body.id}`);
    const reset = await bureau.post(`/users/${id}/reset-password`);
    await bureau.post(`/users/${id}/disable`);
    await service.ctx.reconciler.run();
    const abroad = service.as({ roles: ['admin'], district: '330212' });
    const seen = [...(await lines(bureau, id)), ...(await lines(abroad, made.body.id))];
    expect(seen.map((line) => line.action)).to.deep.equal([
      'invited',
      'activated',
      'password_reset',
      'disabled',
      'created',
      'revoked',
    ]);
    const text = JSON.stringify([seen, await service.ctx.db.collection('audit').find().toArray()]);
    for (const secret of [aPassword, made.body.token.slice(3), reset.body.invitation.token]) {
      expect(text).to.not.include(secret);
    }
    expect(text).to.not.match(/"hash"|"password"|"nonce"/);
  });

  describe('of a district', () => {
    // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
    const log = async (by: Client, more = ''): Promise<any> => {
      const answer = await by.get(`/audit?limit=100${more}`);
      expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
      return answer.body;
    };

    it('misses nothing that was done, copied out or not, newest first', async () => {
      const team = await enterNeedPeople(service, '330211');
      const { id } = (await team.enterprise.post('/needs', aNeed)).body;
      await service.ctx.reconciler.run();
      await team.enterprise.patch(`/needs/${id}`, { title: '车灯起雾' });
      const seen = await log(team.bureau);
      expect(seen.behind).to.equal(false);
      expect(
        seen.items.map((line: { action: string; subject: object }) => [line.action, line.subject]),
      ).to.deep.equal([
        ['update', { kind: 'need', id, name: '车灯起雾' }],
        ['created', { kind: 'need', id, name: '车灯起雾' }],
        [
          'created',
          { kind: 'organization', id: team.instituteId, name: seen.items[2].subject.name },
        ],
        [
          'created',
          { kind: 'organization', id: team.enterpriseId, name: seen.items[3].subject.name },
        ],
      ]);
      expect(seen.items[0].changes[0]).to.include({ before: aNeed.title, after: '车灯起雾' });
      // Copying on reading is the reconciler's own work, done earlier: it finds nothing left.
      await service.ctx.reconciler.run();
      expect((await log(team.bureau)).items).to.have.length(4);
    });

    it('is narrowed by kind, person, action and days, and read in pages', async () => {
      const team = await enterNeedPeople(service, '330213');
      const posted: string[] = [];
      for (let i = 0; i < 5; i += 1) {
        posted.unshift((await team.enterprise.post('/needs', aNeed)).body.id);
      }
      await team.enterprise.post(`/needs/${posted[0]}/submit`);
      const count = async (more: string) => (await log(team.bureau, more)).items.length;
      expect(await count('&kind=need')).to.equal(6);
      expect(await count('&kind=need&action=submit')).to.equal(1);
      expect(await count(`&by=${team.bureau.actor!.id}`)).to.equal(2);
      expect(await count('&from=2000-01-01&to=2000-12-31')).to.equal(0);
      expect(await count('&from=2000-01-01')).to.equal(8);
      expect(await count('&to=2999-01-01')).to.equal(8);
      const found: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const more: string = `&kind=need&action=created${cursor && `&cursor=${cursor}`}`;
        const { body } = await team.bureau.get(`/audit?limit=2${more}`);
        found.push(...body.items.map((line: { subject: { id: string } }) => line.subject.id));
        cursor = body.nextCursor;
        // What is done meanwhile belongs to the first page, and shifts none of the others.
        await team.enterprise.post('/needs', aNeed);
      }
      expect(found).to.deep.equal(posted);
    });

    it('is for its own office, and refuses what it does not know', async () => {
      const team = await enterNeedPeople(service, '330225');
      await team.enterprise.post('/needs', aNeed);
      expect((await team.enterprise.get('/audit')).status).to.equal(403);
      expect((await team.broker.get('/audit')).status).to.equal(403);
      expect((await service.anonymous.get('/audit')).status).to.equal(401);
      const elsewhere = service.as({ roles: ['bureau', 'admin'], district: '330226' });
      expect((await log(elsewhere)).items).to.deep.equal([]);
      for (const wrong of ['kind=secret', 'from=yesterday', 'cursor=x', 'limit=0', 'who=me']) {
        expect((await team.bureau.get(`/audit?${wrong}`)).status, wrong).to.equal(400);
      }
      const both = await team.bureau.get(`/audit?subject=${team.enterpriseId}&kind=need`);
      expect(both.body.errors[0]).to.include({ path: 'kind', code: 'mismatch' });
    });
  });

  it('still tells of what the store has dropped', async () => {
    const person = await signIn(service, (await enterPerson(service, people.bureau)).email);
    const { body } = await person.post('/tokens', {
      name: 'gone',
      scopes: ['*:read'],
      expiresAt: '2999-01-01T00:00:00Z',
    });
    await service.ctx.reconciler.run();
    await service.ctx.db.collection('tokens').deleteOne({ _id: body.id });
    expect(await lines(people.bureau, body.id)).to.have.length(1);
  });
});
