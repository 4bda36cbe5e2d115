import { expect } from 'chai';
import { aPassword, enterPerson, signIn } from './support/account-rows.ts';
import type { Client } from './support/client.ts';
import { enterOrganization } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';

describe('users', () => {
  let service: Service;
  let bureau: Client;
  let admin: Client;
  let elsewhere: Client;
  before(async () => {
    service = await startService({ work: false });
    bureau = service.as({ roles: ['bureau'] });
    admin = service.as({ roles: ['admin'] });
    elsewhere = service.as({ roles: ['bureau'], district: '330212' });
  });
  after(() => service.close());

  let counter = 0;
  const invite = (by: Client, fields: Record<string, unknown> = {}, headers = {}) =>
    by.post(
      '/users',
      { email: `u${++counter}@example.test`, name: '李雷', roles: ['broker'], ...fields },
      headers,
    );

  it('invites a person, whose link works once and for one', async () => {
    const answer = await invite(bureau, { email: 'Li.Lei@Example.test' });
    expect(answer.status).to.equal(201);
    expect(answer.body).to.include({
      email: 'li.lei@example.test',
      status: 'invited',
      district: '330206',
    });
    const { url, token, expiresAt } = answer.body.invitation;
    expect(url).to.equal(`${service.url}/invitation#token=${token}`);
    expect(Date.parse(expiresAt)).to.be.closeTo(Date.now() + 7 * 86_400_000, 60_000);
    const kept = await service.ctx.db.collection('credentials').findOne({
      userId: answer.body.id,
    });
    expect(JSON.stringify(kept)).to.not.include(token);

    const early = await service.anonymous.post('/session', {
      email: 'li.lei@example.test',
      password: aPassword,
    });
    expect(early.status).to.equal(401);
    const accept = (password: string) =>
      service.anonymous.post('/invitations/accept', { token, password });
    const short = await accept('short');
    expect(short.body.errors[0]).to.include({ path: 'password', code: 'too_small' });
    expect((await accept('aaaaaaaaaaaa')).body.errors[0].code).to.equal('weak_password');
    const both = await Promise.all([accept('first-to-come-1'), accept('second-to-come-2')]);
    expect(both.map((one) => one.status).sort()).to.deep.equal([200, 410]);
    const won = both[0]!.status === 200 ? 'first-to-come-1' : 'second-to-come-2';
    const person = await signIn(service, 'li.lei@example.test', won);
    expect((await person.get(`/users/${answer.body.id}`)).body).to.include({ status: 'active' });
    expect((await accept('third-to-come-3')).body.code).to.equal('invitation_over');
  });

  it('refuses a link that nobody made, one too old, and one of a closed account', async () => {
    const accept = (token: string) =>
      service.anonymous.post('/invitations/accept', { token, password: aPassword });
    expect((await accept('made-up')).status).to.equal(410);
    const old = (await invite(bureau)).body;
    await service.ctx.db
      .collection('credentials')
      .updateOne({ userId: old.id }, { $set: { 'link.expiresAt': new Date(Date.now() - 1) } });
    expect((await accept(old.invitation.token)).status).to.equal(410);
    const closed = (await invite(bureau)).body;
    await bureau.post(`/users/${closed.id}/disable`);
    expect((await accept(closed.invitation.token)).status).to.equal(410);
  });

  it('shows the same link to a repeated request, and keeps it nowhere', async () => {
    const headers = { 'idempotency-key': 'invite-once' };
    const body = { email: 'once@example.test', name: 'Once', roles: ['broker'] };
    const first = await bureau.post('/users', body, headers);
    const again = await bureau.post('/users', body, headers);
    expect(again.status).to.equal(201);
    expect(again.body.invitation.token).to.equal(first.body.invitation.token);
    const other = await bureau.post('/users', { ...body, name: 'Other' }, headers);
    expect(other.status).to.equal(422);
    const kept = await service.ctx.db.collection('users').findOne({ email: body.email });
    expect(JSON.stringify(kept)).to.not.include(first.body.invitation.token);
  });

  it('reports every wrong field, and one person per address', async () => {
    const wrong = await bureau.post('/users', { email: 'x', roles: ['king'], password: 'p' });
    expect(wrong.status).to.equal(400);
    expect(wrong.body.errors.map((e: { path: string }) => e.path)).to.have.members([
      'email',
      'name',
      'roles.0',
      'password',
    ]);
    await invite(bureau, { email: 'twice@example.test' });
    const twice = await invite(bureau, { email: 'TWICE@example.test' });
    expect(twice.status).to.equal(409);
    expect(twice.body.errors[0].path).to.equal('email');
  });

  it('fits the organization to the roles', async () => {
    const enterpriseId = await enterOrganization(bureau, {
      kind: 'enterprise',
      district: '330206',
    });
    const instituteId = await enterOrganization(bureau, { kind: 'institute', district: '330206' });
    const foreignId = await enterOrganization(elsewhere, {
      kind: 'enterprise',
      district: '330212',
    });
    const fault = async (fields: Record<string, unknown>) =>
      (await invite(bureau, fields)).body.errors?.[0]?.code;
    expect(await fault({ roles: ['enterprise'], organizationId: instituteId })).to.equal(
      'wrong_kind',
    );
    expect(await fault({ roles: ['institute'], organizationId: enterpriseId })).to.equal(
      'wrong_kind',
    );
    expect(await fault({ roles: ['enterprise'], organizationId: foreignId })).to.equal('unknown');
    expect(await fault({ roles: ['enterprise'], organizationId: 'none' })).to.equal('unknown');
    expect(await fault({ roles: ['enterprise'] })).to.equal('required');
    expect(
      await fault({ roles: ['enterprise', 'institute'], organizationId: enterpriseId }),
    ).to.equal('incompatible');
    const several = await invite(bureau, {
      roles: ['enterprise', 'broker', 'broker'],
      organizationId: enterpriseId,
    });
    expect(several.body.roles).to.deep.equal(['enterprise', 'broker']);
    const abroad = await invite(admin, { roles: ['enterprise'], organizationId: foreignId });
    expect(abroad.body.district).to.equal('330212');
  });

  it('lets only an administrator make and keep administrators', async () => {
    expect((await invite(bureau, { roles: ['admin'] })).status).to.equal(403);
    const made = await invite(admin, { roles: ['admin', 'bureau'] });
    expect(made.status).to.equal(201);
    const { id } = made.body;
    expect((await bureau.post(`/users/${id}/disable`)).status).to.equal(403);
    expect((await bureau.post(`/users/${id}/reset-password`)).status).to.equal(403);
    expect((await bureau.patch(`/users/${id}`, { name: 'x' })).status).to.equal(403);
    const { id: broker } = (await invite(bureau)).body;
    const rise = await bureau.patch(`/users/${broker}`, { roles: ['broker', 'admin'] });
    expect(rise.status).to.equal(403);
  });

  it('shows nobody what is not theirs', async () => {
    const { id, email } = await enterPerson(service, bureau);
    const other = await enterPerson(service, bureau);
    const person = await signIn(service, email);
    expect((await person.get(`/users/${id}`)).status).to.equal(200);
    expect((await person.get(`/users/${other.id}`)).status).to.equal(404);
    expect((await person.get('/users')).status).to.equal(403);
    expect((await person.patch(`/users/${id}`, { roles: ['bureau'] })).status).to.equal(403);
    for (const [method, path] of [
      ['get', ''],
      ['post', '/disable'],
      ['post', '/enable'],
      ['post', '/reset-password'],
    ] as const) {
      expect((await elsewhere[method](`/users/${id}${path}`)).status, path).to.equal(404);
    }
    expect((await elsewhere.patch(`/users/${id}`, { name: 'x' })).status).to.equal(404);
    const seen = await elsewhere.get('/users?limit=100');
    expect(seen.body.items.every((u: { district: string }) => u.district === '330212')).to.equal(
      true,
    );
    expect((await service.anonymous.get(`/users/${id}`)).status).to.equal(401);
    expect(
      (
        await elsewhere.post('/users', {
          email: 'f@example.test',
          name: 'F',
          roles: ['broker'],
          district: '330206',
        })
      ).status,
    ).to.equal(400);
  });

  it('changes with the revision that was read, and at once for who is signed in', async () => {
    const { id, email } = await enterPerson(service, bureau);
    const person = await signIn(service, email);
    expect((await person.get('/users')).status).to.equal(403);
    const { revision } = (await bureau.get(`/users/${id}`)).body;
    const change = { name: '韩梅梅', roles: ['bureau', 'broker'] };
    const changed = await bureau.patch(`/users/${id}`, change, { 'if-match': `"${revision}"` });
    expect(changed.body).to.deep.include(change);
    const stale = await bureau.patch(`/users/${id}`, change, { 'if-match': `"${revision}"` });
    expect(stale.status).to.equal(412);
    expect((await person.get('/users')).status).to.equal(200);
    const filtered = await bureau.get('/users?role=bureau&limit=100');
    expect(filtered.body.items.map((u: { id: string }) => u.id)).to.include(id);
    const found = async (q: string) =>
      (await bureau.get(`/users?q=${encodeURIComponent(q)}`)).body.items.map(
        (u: { id: string }) => u.id,
      );
    expect(await found('梅梅')).to.deep.equal([id]);
    expect(await found(email.toUpperCase())).to.deep.equal([id]);
    expect(await found('.*')).to.deep.equal([]);
    expect((await bureau.patch(`/users/${id}`, { email: 'new@example.test' })).status).to.equal(
      400,
    );
  });

  it('ends the sessions and tokens of a disabled person at once, for good', async () => {
    const { id, email } = await enterPerson(service, bureau);
    const person = await signIn(service, email);
    const { token } = (
      await person.post('/tokens', {
        name: 'program',
        scopes: ['*:read'],
        expiresAt: '2999-01-01T00:00:00Z',
      })
    ).body;
    const program = {
      get: () =>
        service.anonymous.send('/session', { headers: { authorization: `Bearer ${token}` } }),
    };
    expect((await program.get()).status).to.equal(200);
    expect((await person.get('/session')).status).to.equal(200);
    const disabled = await bureau.post(`/users/${id}/disable`);
    expect(disabled.body.status).to.equal('disabled');
    expect((await person.get('/session')).status).to.equal(401);
    expect((await program.get()).status).to.equal(401);
    const back = await service.anonymous.post('/session', { email, password: aPassword });
    expect(back.status).to.equal(403);
    expect(back.body.code).to.equal('account_closed');
    const wrong = await service.anonymous.post('/session', { email, password: 'wrong guess' });
    expect(wrong.body.code).to.equal('wrong_credentials');

    const again = await bureau.post(`/users/${id}/enable`);
    expect(again.body.status).to.equal('active');
    expect((await person.get('/session')).status).to.equal(401);
    expect((await program.get()).status).to.equal(401);
    await signIn(service, email);
  });

  it('nobody closes their own account or gives up their own administration', async () => {
    const { id, email } = await enterPerson(service, admin, { roles: ['admin'] });
    const self = await signIn(service, email);
    expect((await self.post(`/users/${id}/disable`)).body.code).to.equal('own_account');
    const less = await self.patch(`/users/${id}`, { roles: ['broker'] });
    expect(less.body.code).to.equal('own_account');
  });

  it('resets a password by a one-time link; what was before ends', async () => {
    const { id, email } = await enterPerson(service, bureau);
    const person = await signIn(service, email);
    const reset = await bureau.post(`/users/${id}/reset-password`);
    expect(reset.status).to.equal(200);
    expect((await person.get('/session')).status).to.equal(401);
    const old = await service.anonymous.post('/session', { email, password: aPassword });
    expect(old.status).to.equal(401);
    const second = await bureau.post(`/users/${id}/reset-password`);
    const accept = (token: string) =>
      service.anonymous.post('/invitations/accept', { token, password: 'brand-new-password-2' });
    expect((await accept(reset.body.invitation.token)).status).to.equal(410);
    expect((await accept(second.body.invitation.token)).status).to.equal(200);
    await signIn(service, email, 'brand-new-password-2');
  });
});
