import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedMongo } from '../../src/embedded/mongo/start.ts';
import { startEmbeddedRedis } from '../../src/embedded/redis.ts';
import { createRuntimeDir } from '../../src/embedded/runtime-dir.ts';

/** Embedded services of a benchmark's own, in a folder that goes when it ends. */
export async function openServices() {
  const dataDir = await mkdtemp(join(tmpdir(), 'daqiao-bench-'));
  const runtime = await createRuntimeDir();
  const mongo = await startEmbeddedMongo({
    dataDir: join(dataDir, 'mongo'),
    socketPath: runtime.socketPath('mongo.sock'),
  });
  const redis = await startEmbeddedRedis({
    dataDir: join(dataDir, 'redis'),
    socketPath: runtime.socketPath('redis.sock'),
  });
  return {
    dataDir,
    mongoUri: mongo.uri,
    redisUrl: redis.url,
    async close() {
      await redis.close();
      await mongo.close();
      await runtime.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export type Services = Awaited<ReturnType<typeof openServices>>;

export const admin = { email: 'admin@bench.test', password: 'a-password-for-the-bench' };

/**
 * The built service as its own process, as production runs it, on the given services; with
 * MEILI_URL set, on that search server.
 */
export async function startProduct(services: Services, env: Record<string, string> = {}) {
  const port = await freePort();
  const { MEILI_URL = '', MEILI_KEY = '' } = process.env;
  const child = startNode(['dist/main.js'], {
    MEILI_URL,
    MEILI_KEY,
    DATA_DIR: services.dataDir,
    MONGODB_URI: services.mongoUri,
    REDIS_URL: services.redisUrl,
    PORT: String(port),
    DEMO: 'false',
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
    ...env,
  });
  const url = `http://127.0.0.1:${port}`;
  await answering(`${url}/readyz`);
  return { url, pid: child.pid!, close: () => end(child) };
}

/** A bare Express process on the same store: what the product is measured against. */
export async function startBare(services: Services) {
  const port = await freePort();
  const child = startNode(['--import', 'tsx', 'scripts/bench/bare-server.ts'], {
    MONGODB_URI: services.mongoUri,
    PORT: String(port),
  });
  const url = `http://127.0.0.1:${port}`;
  await answering(`${url}/ping`);
  return { url, close: () => end(child) };
}

function startNode(args: string[], env: Record<string, string>): ChildProcess {
  const { PATH, HOME } = process.env;
  return spawn(process.execPath, args, {
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
}

export async function answering(url: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`${url} did not answer within a minute.`);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
