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
      subject: { kind: 'need', id },
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
    expect((await people.bureau.get('/audit')).status).to.equal(400);
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
