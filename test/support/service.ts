import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actor, unscoped } from '../../src/access/actor.ts';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { type Context, createContext, type Overrides } from '../../src/context.ts';
import type { BrokerPerson } from '../../src/features/brokers/broker-people.ts';
import type { Recipient } from '../../src/features/notifications/notification.ts';
import { createNewId } from '../../src/ids.ts';
import { type Client, createClient } from './client.ts';
import { dropSearchData } from './search-server.ts';

/** The whole service of one test file, on its own database, queue prefix and data folder. */
export interface Service {
  ctx: Context;
  url: string;
  /** A client that acts as this person. */
  as(actor: Partial<Actor>): Client;
  anonymous: Client;
  /** Resolves when no job waits or runs and no document owes a follow-up. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export async function startService(
  options: { overrides?: Overrides; env?: Record<string, string>; work?: boolean } = {},
): Promise<Service> {
  const name = `t${createNewId()(new Date()).toLowerCase().slice(-12)}`;
  const dataDir = await mkdtemp(join(tmpdir(), 'daqiao-test-'));
  const people = new Map<string, Actor>();
  const config = readConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    DATA_DIR: dataDir,
    NAMESPACE: name,
    MONGODB_URI: databaseUri(process.env.TEST_MONGODB_URI!, name),
    REDIS_URL: process.env.TEST_REDIS_URL!,
    ...(process.env.MEILI_URL && {
      MEILI_URL: process.env.MEILI_URL,
      MEILI_KEY: process.env.MEILI_KEY ?? '',
    }),
    PORT: '0',
    ...options.env,
  });
  const ctx: Context = await createContext(config, {
    authenticate: async (req): Promise<Actor | null> =>
      people.get(req.headers.authorization ?? '') ?? ctx.accounts.authenticate(req),
    findPeople: async (to) => [
      ...(await ctx.accounts.findPeople(to)),
      ...[...people.values()].filter((actor) => isMeant(actor, to)).map(({ id }) => id),
    ],
    persons: async (ids) => {
      const known = [...people.values()].filter(({ id }) => ids.includes(id));
      const entered = await ctx.stores.users.getMany(unscoped('persons of a test'), ids);
      return new Map<string, BrokerPerson>([...entered, ...known.map((p) => [p.id, p] as const)]);
    },
    ...options.overrides,
  });
  if (options.work !== false) ctx.startWork();
  const server = createServer(createApp(ctx));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    ctx,
    url,
    anonymous: createClient(url),
    as(given) {
      const id = given.id ?? ctx.newId(new Date());
      const actor: Actor = { name: id, roles: [], district: '330206', ...given, id };
      const token = `Bearer test-${id}`;
      people.set(token, actor);
      return createClient(url, { authorization: token }, actor);
    },
    settled: () => settle(ctx),
    async close() {
      await stop(server);
      await ctx.db.dropDatabase().catch(() => {});
      await ctx.close();
      await dropSearchData(name);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Those who act in tests without an account are told as if they had one. */
function isMeant(actor: Actor, to: Recipient): boolean {
  if ('userId' in to) return actor.id === to.userId;
  if ('organizationId' in to) return actor.organizationId === to.organizationId;
  return actor.roles.includes(to.role) && actor.district === to.district;
}

function databaseUri(uri: string, name: string): string {
  return uri.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeAllConnections();
  await closed;
}

/** Patient while the jobs get on, however slow the servers are; the test's own limit ends a loop. */
async function settle(ctx: Context): Promise<void> {
  const patienceMs = 15_000;
  let deadline = Date.now() + patienceMs;
  let before = '';
  let quiet = 0;
  while (quiet < 2) {
    if (Date.now() > deadline) throw new Error(`The jobs have not moved for ${patienceMs} ms.`);
    await new Promise((done) => setTimeout(done, 15));
    const counts = Object.values(await ctx.queues.counts());
    const now = JSON.stringify(counts);
    if (now !== before) deadline = Date.now() + patienceMs;
    before = now;
    const busy = counts.some((one) => one.waiting! + one.active! > 0);
    quiet = busy ? 0 : quiet + 1;
  }
}
