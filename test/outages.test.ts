import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { startEmbeddedMongo } from '../src/embedded/mongo/start.ts';
import { startEmbeddedRedis } from '../src/embedded/redis.ts';
import { createRuntimeDir, type RuntimeDir } from '../src/embedded/runtime-dir.ts';
import { aNeed, enterNeedPeople, openNeed } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';

describe('outages', function () {
  this.timeout(180_000);
  let dataDir: string;
  let runtime: RuntimeDir;
  let redis: Awaited<ReturnType<typeof startEmbeddedRedis>>;
  let mongo: Awaited<ReturnType<typeof startEmbeddedMongo>>;
  let service: Service;
  let people: Awaited<ReturnType<typeof enterNeedPeople>>;

  const startRedis = () =>
    startEmbeddedRedis({
      dataDir: join(dataDir, 'redis'),
      socketPath: runtime.socketPath('redis.sock'),
    });
  const startMongo = () =>
    startEmbeddedMongo({
      dataDir: join(dataDir, 'mongo'),
      socketPath: runtime.socketPath('mongo.sock'),
    });
  const until = async (holds: () => Promise<boolean>) => {
    const deadline = Date.now() + 60_000;
    while (!(await holds())) {
      if (Date.now() > deadline)
        throw new Error(`It did not come about within a minute: ${JSON.stringify(await ready())}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  const assignment = (id: string) => people.bureau.get(`/needs/${id}/assignment`);
  const ready = async () => (await service.anonymous.send('!/readyz', { method: 'GET' })).body;

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'daqiao-outage-'));
    runtime = await createRuntimeDir();
    [redis, mongo] = await Promise.all([startRedis(), startMongo()]);
    service = await startService({
      env: { MONGODB_URI: mongo.uri, REDIS_URL: redis.url },
    });
    people = await enterNeedPeople(service);
  });
  after(async () => {
    await service.close();
    await Promise.all([redis.close(), mongo.close()]);
    await runtime.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('of Redis: needs are still accepted, and what must follow catches up', async () => {
    await redis.close();
    const id = await openNeed(people);
    expect(await ready()).to.nested.include({
      status: 'not_ready',
      'services.queues.state': 'down',
    });
    const owed = await service.ctx.stores.needs.model.findById(id).lean();
    expect((owed as unknown as { todo: unknown[] }).todo.length).to.be.greaterThan(1);

    redis = await startRedis();
    await until(async () => (await ready()).status === 'ready');
    await service.ctx.reconciler.run();
    await until(async () => (await assignment(id)).status === 200);
  });

  it('of Redis, emptied: the schedule is rebuilt from the documents', async () => {
    await service.ctx.redis.flushall();
    const id = await openNeed(people);
    await service.ctx.redis.flushall();
    await service.ctx.reconciler.run();
    await until(async () => (await assignment(id)).status === 200);
  });

  it('of MongoDB: 503 with Retry-After, and nothing half written after', async () => {
    const before = (await people.enterprise.get('/needs?limit=100')).body.items.length;
    await mongo.close();
    const refused = await people.enterprise.post('/needs', aNeed, { 'idempotency-key': 'outage' });
    expect([refused.status, refused.body.code]).to.deep.equal([503, 'service_unavailable']);
    expect(refused.headers.get('retry-after')).to.match(/^\d+$/);
    expect(await ready()).to.nested.include({ 'services.documents.state': 'down' });
    expect((await service.anonymous.send('!/healthz', { method: 'GET' })).status).to.equal(200);

    mongo = await startMongo();
    await until(async () => (await ready()).status === 'ready');
    const accepted = await people.enterprise.post('/needs', aNeed, { 'idempotency-key': 'outage' });
    expect(accepted.status).to.equal(201);
    const after = (await people.enterprise.get('/needs?limit=100')).body.items.length;
    expect(after - before).to.equal(1);
  });
});
