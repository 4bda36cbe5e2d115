import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import type { Runner } from 'mocha';

const closers: (() => Promise<unknown>)[] = [];

/**
 * One MongoDB and one Redis for the whole run: the servers named by MONGODB_URI and REDIS_URL, or
 * embedded ones. Their addresses are in TEST_MONGODB_URI and TEST_REDIS_URL once hooks and tests
 * run, not yet while test files are loaded. Each file takes a database and a prefix of its own.
 */
export async function mochaGlobalSetup(this: Runner): Promise<void> {
  if (!selectsServiceTests(this)) return;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, endEarly);
  const { MONGODB_URI, REDIS_URL } = process.env;
  try {
    process.env.TEST_MONGODB_URI = MONGODB_URI ?? (await startMongo());
    process.env.TEST_REDIS_URL = REDIS_URL ?? (await startRedis());
  } catch (error) {
    await mochaGlobalTeardown();
    throw error;
  }
}

export async function mochaGlobalTeardown(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}

let isEnding = false;

/** Ctrl-C arrives twice: from the terminal, and from the mocha that started this process. */
function endEarly(): void {
  if (isEnding) return;
  isEnding = true;
  void mochaGlobalTeardown().finally(() => process.exit(130));
}

/** Unit tests beside the source need no service, and should not wait for one. */
function selectsServiceTests(runner: Runner): boolean {
  const folder = import.meta.dirname + sep;
  const { suites, tests } = runner.suite;
  return [...suites, ...tests].some(({ file }) => file?.startsWith(folder));
}

async function startMongo(): Promise<string> {
  const { startEmbeddedMongo } = await import('../src/embedded/mongo/start.ts');
  const mongo = await startEmbeddedMongo({ ...(await placeFor('mongo')), fsync: 'off', onExit });
  closers.push(mongo.close);
  return mongo.uri;
}

async function startRedis(): Promise<string> {
  const { startEmbeddedRedis } = await import('../src/embedded/redis.ts');
  const redis = await startEmbeddedRedis({ ...(await placeFor('redis')), onExit });
  closers.push(redis.close);
  return redis.url;
}

async function placeFor(name: string) {
  const { createRuntimeDir } = await import('../src/embedded/runtime-dir.ts');
  const runtime = await createRuntimeDir();
  const dataDir = await mkdtemp(join(tmpdir(), `daqiao-test-${name}-`));
  closers.push(runtime.close, () => rm(dataDir, { recursive: true, force: true }));
  return { dataDir, socketPath: runtime.socketPath(`${name}.sock`) };
}

/** Every later test would fail with a riddle. */
function onExit(what: string): void {
  console.error(`The tests lost a service: ${what}`);
  process.exit(1);
}
