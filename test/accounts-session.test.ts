import { expect } from 'chai';
import { aPassword, cookieOf, enterPerson, signIn } from './support/account-rows.ts';
import { type Client, createClient } from './support/client.ts';
import { type Service, startService } from './support/service.ts';

describe('sessions', () => {
  let service: Service;
  let bureau: Client;
  before(async () => {
    service = await startService({ work: false });
    bureau = service.as({ roles: ['bureau'] });
  });
  after(() => service.close());

  it('signs in, says who it is, and signs out', async () => {
    const { id, email } = await enterPerson(service, bureau, { name: '王芳' });
    const answer = await service.anonymous.post('/session', {
      email: email.toUpperCase(),
      password: aPassword,
    });
    expect(answer.status).to.equal(201);
    const self = { id, email, name: '王芳', roles: ['broker'], district: '330206' };
    expect(answer.body.user).to.deep.equal(self);
    const [cookie, ...others] = answer.headers.getSetCookie();
    expect(others).to.deep.equal([]);
    expect(cookie).to.match(/^daqiao\.session=/);
    expect(cookie).to.include('HttpOnly').and.include('SameSite=Lax').and.include('Path=/');
    expect(cookie).to.not.include('Secure');

    const person = createClient(service.url, { cookie: cookieOf(answer), origin: service.url });
    expect((await person.get('/session')).body.user).to.deep.equal(self);
    const out = await person.delete('/session');
    expect(out.status).to.equal(204);
    expect(out.headers.getSetCookie()[0]).to.match(/^daqiao\.session=;.*Max-Age=0/);
    expect((await person.get('/session')).status).to.equal(401);
  });

  it('answers an unknown address and a wrong password alike, in like time', async () => {
    const { email } = await enterPerson(service, bureau);
    async function attempt(address: string) {
      const started = performance.now();
      const answer = await service.anonymous.post('/session', {
        email: address,
        password: 'not the password',
      });
      const { requestId, ...body } = answer.body;
      return { answer: { status: answer.status, body }, ms: performance.now() - started };
    }
    await attempt(email);
    const wrong = await attempt(email);
    const unknown = await attempt('nobody@example.test');
    expect(wrong.answer).to.deep.equal(unknown.answer);
    expect(wrong.answer).to.deep.include({ status: 401 });
    expect(wrong.answer.body.code).to.equal('wrong_credentials');
    // An unknown address is hashed for as well: scrypt alone takes longer than this.
    expect(unknown.ms).to.be.greaterThan(15);
  });

  it('refuses operators, unknown fields and what is no address', async () => {
    const tries = [
      { email: { $gt: '' }, password: { $gt: '' } },
      { email: 'a@b.cn', password: aPassword, admin: true },
      { email: 'no address', password: aPassword },
      {},
    ];
    for (const body of tries) {
      const answer = await service.anonymous.post('/session', body);
      expect(answer.status, JSON.stringify(body)).to.equal(400);
    }
    const first = await service.anonymous.post('/session', tries[0]);
    expect(first.body.errors.map((e: { path: string }) => e.path)).to.deep.equal([
      'email',
      'password',
    ]);
  });

  it('believes no cookie that it did not sign', async () => {
    const { email } = await enterPerson(service, bureau);
    const cookie = cookieOf(
      await service.anonymous.post('/session', { email, password: aPassword }),
    );
    for (const forged of [
      `${cookie}x`,
      cookie.split('.').slice(0, 2).join('.'),
      'daqiao.session=',
    ]) {
      const client = createClient(service.url, { cookie: forged });
      expect((await client.get('/session')).status, forged).to.equal(401);
    }
  });

  it('refuses a change that another site asks for, and lets it read nothing new', async () => {
    const { email } = await enterPerson(service, bureau);
    const cookie = cookieOf(
      await service.anonymous.post('/session', { email, password: aPassword }),
    );
    const body = { name: 'x', scopes: ['*:read'], expiresAt: '2999-01-01T00:00:00Z' };
    const from = (headers: Record<string, string>) =>
      createClient(service.url, { cookie, ...headers }).post('/tokens', body);
    for (const [name, value] of [
      ['origin', 'https://evil.example'],
      ['origin', 'null'],
      ['referer', 'https://evil.example/'],
      ['sec-fetch-site', 'cross-site'],
    ] as const) {
      const answer = await from({ [name]: value });
      expect(answer.status, `${name}: ${value}`).to.equal(403);
      expect(answer.body.code).to.equal('wrong_origin');
    }
    expect((await from({ origin: service.url })).status).to.equal(201);
    const signInFromElsewhere = await service.anonymous.post(
      '/session',
      { email, password: aPassword },
      { origin: 'https://evil.example' },
    );
    expect(signInFromElsewhere.body.code).to.equal('wrong_origin');
  });

  it('limits attempts on one address to sign in with, also many at once', async () => {
    const { email } = await enterPerson(service, bureau);
    const wrong = () => service.anonymous.post('/session', { email, password: 'wrong guess' });
    const answers = await Promise.all(Array.from({ length: 14 }, wrong));
    expect(answers.filter((answer) => answer.status === 401)).to.have.length(10);
    const limited = answers.find((answer) => answer.status === 429)!;
    expect(limited.body.code).to.equal('too_many_attempts');
    expect(Number(limited.headers.get('retry-after'))).to.be.within(1, 900);
    const right = await service.anonymous.post('/session', { email, password: aPassword });
    expect(right.status).to.equal(429);
  });

  it('limits attempts from one network address, whatever it claims', async () => {
    const one = await startService({ work: false });
    try {
      const { limits } = one.ctx.accounts;
      for (let i = 0; i < 99; i++) await limits.attempt('127.0.0.1');
      const guess = (i: number) =>
        one.anonymous.post(
          '/session',
          { email: `guess${i}@example.test`, password: 'wrong guess' },
          { 'x-forwarded-for': `10.0.0.${i}` },
        );
      expect((await guess(1)).status).to.equal(401);
      expect((await guess(2)).status).to.equal(429);
    } finally {
      await one.close();
    }
  });

  it('behind one proxy, counts the address that the proxy saw', async () => {
    const one = await startService({ work: false, env: { TRUST_PROXY: 'true' } });
    try {
      for (let i = 0; i < 100; i++) await one.ctx.accounts.limits.attempt('10.0.0.9');
      const from = (addresses: string) =>
        one.anonymous.post(
          '/session',
          { email: 'guess@example.test', password: 'wrong guess' },
          { 'x-forwarded-for': addresses },
        );
      expect((await from('10.0.0.9, 10.0.0.8')).status).to.equal(401);
      expect((await from('10.0.0.8, 10.0.0.9')).status).to.equal(429);
    } finally {
      await one.close();
    }
  });

  it('in production, sets the cookie for https alone and knows its public address', async () => {
    const publicUrl = 'https://daqiao.example';
    const email = 'chief@example.test';
    const one = await startService({
      work: false,
      overrides: { authenticate: undefined },
      env: {
        NODE_ENV: 'production',
        PUBLIC_URL: publicUrl,
        AUTH_SECRET: 's'.repeat(40),
        ADMIN_EMAIL: email,
        ADMIN_PASSWORD: aPassword,
      },
    });
    try {
      await one.ctx.accounts.firstAdmin();
      const answer = await one.anonymous.post(
        '/session',
        { email, password: aPassword },
        { origin: publicUrl },
      );
      expect(answer.headers.getSetCookie()[0]).to.match(/^daqiao\.session=.*; Secure/);
      const admin = createClient(one.url, { cookie: cookieOf(answer), origin: publicUrl });
      const body = { email: 'a@example.test', name: 'A', roles: ['broker'] };
      const { invitation } = (await admin.post('/users', body)).body;
      expect(invitation.url).to.equal(`${publicUrl}/invitation#token=${invitation.token}`);
    } finally {
      await one.close();
    }
  });

  it('ends sessions that are over, and clears what is over away', async () => {
    const { email } = await enterPerson(service, bureau);
    const person = await signIn(service, email);
    const invited = await bureau.post('/users', {
      email: 'late@example.test',
      name: 'Late',
      roles: ['broker'],
    });
    const past = new Date(Date.now() - 1_000);
    const [sessions, credentials] = ['sessions', 'credentials'].map((name) =>
      service.ctx.db.collection(name),
    );
    const { id } = (await bureau.get(`/users?email=${email}`)).body.items[0];
    await sessions!.updateMany({ userId: id }, { $set: { expiresAt: past } });
    await credentials!.updateOne({ userId: invited.body.id }, { $set: { 'link.expiresAt': past } });
    expect((await person.get('/session')).status).to.equal(401);
    await service.ctx.reconciler.run();
    expect(await sessions!.countDocuments({ userId: id })).to.equal(0);
    const kept = await credentials!.findOne({ userId: invited.body.id });
    expect(kept).to.not.have.property('link');
    const again = await bureau.post(`/users/${invited.body.id}/reset-password`);
    expect(again.body.invitation.token).to.not.equal(invited.body.invitation.token);
  });

  it('changes a password, which ends the other sessions', async () => {
    const { email } = await enterPerson(service, bureau);
    const here = await signIn(service, email);
    const elsewhere = await signIn(service, email);
    expect((await elsewhere.get('/session')).status).to.equal(200);
    const change = (current: string, password: string) =>
      here.post('/session/password', { current, password });
    expect((await change('not mine at all', 'another-good-one')).body.errors[0]).to.include({
      path: 'current',
      code: 'wrong_password',
    });
    expect((await change(aPassword, email)).body.errors[0].code).to.equal('weak_password');
    expect((await change(aPassword, 'another-good-one')).status).to.equal(204);
    expect((await here.get('/session')).status).to.equal(200);
    expect((await elsewhere.get('/session')).status).to.equal(401);
    await signIn(service, email, 'another-good-one');
    const old = await service.anonymous.post('/session', { email, password: aPassword });
    expect(old.status).to.equal(401);
  });
});
