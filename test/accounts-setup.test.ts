import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { systemActor } from '../src/access/actor.ts';
import { readConfig } from '../src/config.ts';
import { createContext } from '../src/context.ts';
import { authSecret } from '../src/features/accounts/auth-secret.ts';
import { aPassword, signIn } from './support/account-rows.ts';
import { type Service, startService } from './support/service.ts';

describe('the first start', () => {
  async function within(env: Record<string, string>, body: (service: Service) => Promise<void>) {
    const service = await startService({ work: false, env });
    try {
      await body(service);
    } finally {
      await service.close();
    }
  }
  const admins = (service: Service) =>
    service.ctx.db.collection('users').countDocuments({ roles: 'admin' });

  it('makes one administrator from the environment, also when two processes start', async () => {
    const env = { ADMIN_EMAIL: 'Chief@example.test', ADMIN_PASSWORD: aPassword };
    await within(env, async (service) => {
      const again = await secondProcess(service, env);
      const made = await Promise.all([
        service.ctx.accounts.firstAdmin(),
        again.accounts.firstAdmin(),
      ]);
      expect(made).to.deep.equal([null, null]);
      expect(await admins(service)).to.equal(1);
      const admin = await signIn(service, 'chief@example.test');
      expect((await admin.get('/session')).body.user.roles).to.include('admin');
      await again.close();
    });
  });

  it('leaves the administrator alone at every later start', async () => {
    const env = { ADMIN_EMAIL: 'chief@example.test', ADMIN_PASSWORD: aPassword };
    await within(env, async (service) => {
      await service.ctx.accounts.firstAdmin();
      const later = await secondProcess(service, {
        ADMIN_EMAIL: 'other@example.test',
        ADMIN_PASSWORD: 'another-password-1',
      });
      await later.accounts.firstAdmin();
      expect(await admins(service)).to.equal(1);
      await signIn(service, 'chief@example.test');
      await later.close();
    });
  });

  it('otherwise gives one link, the same until it is used, and then none', async () => {
    await within({}, async (service) => {
      const { firstAdmin } = service.ctx.accounts;
      const [first, second] = await Promise.all([firstAdmin(), firstAdmin()]);
      expect(first!.link).to.equal(second!.link);
      expect(await firstAdmin()).to.deep.equal(first);
      const accept = (fields: Record<string, string>) =>
        service.anonymous.post('/invitations/accept', {
          token: first!.link,
          password: aPassword,
          ...fields,
        });
      const nameless = await accept({});
      expect(nameless.body.errors[0]).to.include({ path: 'email', code: 'required' });
      const both = await Promise.all([
        accept({ email: 'one@example.test', name: '张三' }),
        accept({ email: 'two@example.test' }),
      ]);
      expect(both.map((one) => one.status).sort()).to.deep.equal([200, 410]);
      const { user } = both.find((one) => one.status === 200)!.body;
      await signIn(service, user.email);
      expect(await firstAdmin()).to.equal(null);
      expect(await admins(service)).to.equal(1);
    });
  });

  it('enters people with a password, as the demo district does', async () => {
    await within({}, async (service) => {
      const { accounts, newId } = service.ctx;
      const at = new Date();
      const input = { email: 'demo@example.test', name: 'Demo', roles: ['broker' as const] };
      const hash = await accounts.hashPassword(aPassword);
      const cmd = { actor: systemActor('330206'), at };
      await accounts.users.enterWithPassword(cmd, input, hash, newId(at));
      const person = await signIn(service, input.email);
      expect((await person.get('/session')).body.user.district).to.equal('330206');
    });
  });

  it('makes its secret once, readable by nobody else', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'daqiao-secret-'));
    try {
      const folder = join(dir, 'data');
      const made = await Promise.all(
        Array.from({ length: 5 }, () => authSecret(undefined, folder)),
      );
      expect(new Set(made).size).to.equal(1);
      expect(made[0]).to.have.length(64);
      const path = join(folder, 'auth-secret');
      expect((await readFile(path, 'utf8')).trim()).to.equal(made[0]);
      expect((await stat(path)).mode & 0o777).to.equal(0o600);
      expect(await authSecret('given', folder)).to.equal('given');
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  });

  /** Another process on the same database. */
  function secondProcess(service: Service, env: Record<string, string>) {
    const { mongo, redis, namespace, dataDir } = service.ctx.config;
    return createContext(
      readConfig({
        NODE_ENV: 'test',
        LOG_LEVEL: 'silent',
        DATA_DIR: dataDir,
        NAMESPACE: namespace,
        MONGODB_URI: mongo.uri!,
        REDIS_URL: redis.url!,
        ...env,
      }),
    );
  }
});
