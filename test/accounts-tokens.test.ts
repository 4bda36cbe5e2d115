import { expect } from 'chai';
import { apiRoutes } from '../src/api-routes.ts';
import { tokenResources } from '../src/features/accounts/token.ts';
import { enterPerson, signIn } from './support/account-rows.ts';
import { type Client, createClient } from './support/client.ts';
import { type Service, startService } from './support/service.ts';

describe('API tokens', () => {
  let service: Service;
  let bureau: Client;
  let person: Client;
  let id: string;
  let now = new Date();
  before(async () => {
    service = await startService({ work: false, overrides: { clock: { now: () => now } } });
    bureau = service.as({ roles: ['bureau'] });
    const entered = await enterPerson(service, bureau, { roles: ['broker', 'bureau'] });
    id = entered.id;
    person = await signIn(service, entered.email);
  });
  after(() => service.close());

  const make = (scopes: string[], expiresAt = '2999-01-01T00:00:00+08:00', by = person) =>
    by.post('/tokens', { name: 'nightly import', scopes, expiresAt });
  const program = (token: string) =>
    createClient(service.url, { authorization: `Bearer ${token}` });

  it('is shown once, kept as a hash, listed and revoked by its owner only', async () => {
    const made = await make(['needs:read']);
    expect(made.status).to.equal(201);
    expect(made.body.token).to.match(/^dq_[\w-]{43}$/);
    const kept = await service.ctx.db.collection('tokens').findOne({ name: 'nightly import' });
    expect(JSON.stringify(kept)).to.not.include(made.body.token.slice(3));
    const listed = await person.get('/tokens');
    expect(JSON.stringify(listed.body)).to.not.include(made.body.token.slice(3));
    const { token, ...rest } = made.body;
    expect(listed.body.items[0]).to.deep.equal(rest);
    expect((await bureau.get('/tokens')).body.items).to.deep.equal([]);
    expect((await bureau.delete(`/tokens/${made.body.id}`)).status).to.equal(404);
    expect((await program(token).get('/needs')).status).to.equal(200);
    expect((await person.delete(`/tokens/${made.body.id}`)).status).to.equal(204);
    expect((await program(token).get('/needs')).status).to.equal(401);
    expect((await person.get('/tokens')).body.items).to.deep.equal([]);
  });

  it('acts as its person, within its scopes', async () => {
    const { token } = (await make(['needs:read', 'session:read'])).body;
    const reader = program(token);
    expect((await reader.get('/session')).body.user.id).to.equal(id);
    expect((await reader.get('/needs')).status).to.equal(200);
    const lacking = await reader.get('/organizations');
    expect(lacking.status).to.equal(403);
    expect((await reader.post('/needs', { title: 'x', problem: 'y' })).status).to.equal(403);
    const writer = program((await make(['needs:write'])).body.token);
    expect((await writer.post('/needs', {})).status).to.equal(400);
    expect((await writer.get('/needs')).status).to.equal(200);
    expect((await writer.get('/users')).status).to.equal(403);
    const all = program((await make(['*:read'])).body.token);
    expect((await all.get('/users')).status).to.equal(200);
    expect((await all.post('/needs', {})).status).to.equal(403);
  });

  it('makes no tokens, sessions, passwords, nor people who could', async () => {
    const all = program((await make(['*:write'])).body.token);
    expect((await make(['*:read'], undefined, all)).status).to.equal(403);
    const sign = await all.post('/session', { email: 'a@b.cn', password: 'whatever it is' });
    expect(sign.status).to.equal(403);
    const change = { current: 'whatever it is', password: 'whatever it is' };
    expect((await all.post('/session/password', change)).status).to.equal(403);
    expect((await all.post(`/users/${id}/reset-password`)).status).to.equal(403);
    const people = { email: 'made@example.test', name: 'Made', roles: ['bureau'] };
    expect((await all.post('/users', people)).status).to.equal(403);
    expect((await all.post('/users', { ...people, roles: ['broker'] })).status).to.equal(201);
  });

  it('follows its person: other roles at once', async () => {
    const { token } = (await make(['*:read'])).body;
    expect((await program(token).get('/users')).status).to.equal(200);
    await bureau.patch(`/users/${id}`, { roles: ['broker'] });
    expect((await program(token).get('/users')).status).to.equal(403);
    await bureau.patch(`/users/${id}`, { roles: ['broker', 'bureau'] });
    expect((await program(token).get('/users')).status).to.equal(200);
  });

  it('ends when it says', async () => {
    const { token } = (await make(['*:read'], new Date(now.getTime() + 60_000).toISOString())).body;
    const { token: next } = (await make(['*:read'], new Date(now.getTime() + 60_000).toISOString()))
      .body;
    expect((await program(token).get('/session')).status).to.equal(200);
    now = new Date(now.getTime() + 60_000);
    expect((await program(next).get('/session')).status).to.equal(401);
  });

  it('refuses wrong scopes and dates, all at once', async () => {
    const answer = await person.post('/tokens', {
      name: '',
      scopes: ['needs:read', 'needs:delete', 'kings:read'],
      expiresAt: 'tomorrow',
      token: 'mine',
    });
    expect(answer.status).to.equal(400);
    expect(answer.body.errors.map((e: { path: string }) => e.path)).to.have.members([
      'name',
      'scopes.1',
      'scopes.2',
      'expiresAt',
      'token',
    ]);
    expect((await make(['needs:read'], '2020-01-01T00:00:00Z')).body.errors[0].code).to.equal(
      'in_the_past',
    );
    expect((await make([])).status).to.equal(400);
    expect((await program('dq_unknown').get('/needs')).status).to.equal(401);
    expect((await service.anonymous.get('/tokens')).status).to.equal(401);
  });

  it('knows every resource that an address may name', () => {
    const parts = apiRoutes(service.ctx).map(({ spec }) => spec.path.split(/[/.]/)[1]!);
    const open = ['invitations'];
    expect(tokenResources).to.include.members([...new Set(parts)].filter((p) => !open.includes(p)));
  });
});
