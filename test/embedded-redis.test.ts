import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { Redis } from 'ioredis';
import { readProcess } from '../src/embedded/process-info.ts';
import { startEmbeddedRedis } from '../src/embedded/redis.ts';
import { findRedisBinary } from '../src/embedded/redis-binary.ts';
import { createRuntimeDir, type RuntimeDir } from '../src/embedded/runtime-dir.ts';

describe('embedded redis', () => {
  let root: string;
  let dataDir: string;
  let runtime: RuntimeDir;
  const closers: (() => Promise<unknown>)[] = [];

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'daqiao-test-'));
    dataDir = join(root, 'redis');
    runtime = await createRuntimeDir();
  });
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
    await runtime.close();
    await rm(root, { recursive: true, force: true });
  });

  async function start(name = 'redis.sock', onExit?: (reason: string) => void) {
    const redis = await startEmbeddedRedis({
      dataDir,
      socketPath: runtime.socketPath(name),
      onExit,
    });
    closers.push(redis.close);
    return redis;
  }
  async function connect(options: { path: string }) {
    const client = new Redis({ ...options, lazyConnect: true, retryStrategy: () => null });
    client.on('error', () => {});
    closers.push(async () => client.disconnect());
    await client.connect();
    return client;
  }

  it('serves a unix socket only, and never evicts', async () => {
    const redis = await start();
    const client = await connect(redis.options);
    expect(await client.config('GET', 'port')).to.deep.equal(['port', '0']);
    expect(await client.config('GET', 'maxmemory-policy')).to.include('noeviction');
    expect(await client.config('GET', 'appendonly')).to.include('yes');
    const byUrl = new Redis(redis.url);
    closers.push(async () => byUrl.disconnect());
    expect(await byUrl.ping()).to.equal('PONG');
  });

  it('keeps what was written across a graceful close', async () => {
    const first = await start();
    await (await connect(first.options)).set('key', 'kept');
    await first.close();
    expect(await readProcess(first.pid)).to.equal(undefined);
    const second = await start();
    expect(await (await connect(second.options)).get('key')).to.equal('kept');
  });

  it('refuses a folder that is in use, and serves on', async () => {
    const redis = await start();
    const refusal = await start('other.sock').catch((error: Error) => error.message);
    expect(refusal).to.match(new RegExp(`in use by process ${process.pid}`));
    expect(await (await connect(redis.options)).ping()).to.equal('PONG');
  });

  it('tells when the server ends by itself, and not when it is closed', async () => {
    const reasons: string[] = [];
    const redis = await start('redis.sock', (reason) => reasons.push(reason));
    process.kill(redis.pid, 'SIGKILL');
    while (reasons.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(reasons).to.deep.equal(['redis-server ended (SIGKILL)']);
    const again = await start('redis.sock', (reason) => reasons.push(reason));
    await again.close();
    expect(reasons).to.have.length(1);
  });

  it('says what the server said when it cannot start', async () => {
    await mkdir(join(dataDir, 'appendonlydir'), { recursive: true });
    await writeFile(join(dataDir, 'appendonlydir', 'appendonly.aof.manifest'), 'no manifest\n');
    await writeFile(join(dataDir, 'appendonly.aof'), 'no append-only file\n');
    const message = await start().catch((error: Error) => error.message);
    expect(message).to.match(/^redis-server ended \(code 1\) at its start: .+/);
  });

  for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
    it(`starts again after its owner was ended by ${signal}`, async () => {
      const owner = await ownerProcess(dataDir, runtime.socketPath('owner.sock'));
      owner.child.kill(signal);
      await once(owner.child, 'exit');
      const redis = await start();
      expect(await readProcess(owner.redisPid)).to.equal(undefined);
      expect(await (await connect(redis.options)).get('key')).to.equal('kept');
    });
  }

  it('ends an orphan that outlived its owner', async () => {
    const socketPath = runtime.socketPath('orphan.sock');
    const { command } = await findRedisBinary();
    const server = spawn(
      command.at(-1)!,
      ['--port', '0', '--dir', root, '--unixsocket', socketPath],
      { stdio: 'ignore' },
    );
    closers.push(async () => server.kill('SIGKILL'));
    while (!(await stat(socketPath).catch(() => undefined))) await new Promise(setImmediate);
    await mkdir(dataDir);
    const claim = { pid: server.pid, owner: 4_194_304, socketPath };
    await writeFile(join(dataDir, 'server.json'), JSON.stringify(claim));
    await start();
    expect(server.signalCode ?? server.exitCode).not.to.equal(null);
  });

  it('leaves a stranger alone that got the process id of a dead server', async () => {
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
    closers.push(async () => stranger.kill('SIGKILL'));
    await mkdir(dataDir);
    const claim = { pid: stranger.pid, owner: 4_194_304, socketPath: runtime.socketPath('a.sock') };
    await writeFile(join(dataDir, 'server.json'), JSON.stringify(claim));
    await start();
    expect(await readProcess(stranger.pid!)).not.to.equal(undefined);
  });

  it('says what to do when Redis is missing or too old', async () => {
    const old = join(root, 'old-redis');
    await writeFile(old, '#!/bin/sh\necho "Redis server v=6.0.16 sha=0"\n');
    await chmod(old, 0o755);
    const missing = await findRedisBinary(['no-such-redis']).catch((error: Error) => error.message);
    expect(missing).to.match(/redis-server was not found.*setup\.mjs.*REDIS_URL/);
    const tooOld = await findRedisBinary([old]).catch((error: Error) => error.message);
    expect(tooOld).to.match(/is version 6\.0\.16/);
  });
});

describe('runtime folder', () => {
  it('is private, and gone after close', async () => {
    const runtime = await createRuntimeDir();
    expect((await stat(runtime.path)).mode & 0o777).to.equal(0o700);
    await runtime.close();
    await runtime.close();
    expect(await stat(runtime.path).catch((error) => error.code)).to.equal('ENOENT');
  });

  it('refuses a socket path that the kernel would refuse', async () => {
    const runtime = await createRuntimeDir();
    expect(() => runtime.socketPath(`${'长'.repeat(40)}.sock`)).to.throw(/set TMPDIR to a shorter/);
    await runtime.close();
  });
});

/** A process of its own that starts the server, writes a key, and waits to be killed. */
async function ownerProcess(dataDir: string, socketPath: string) {
  const script = `
    import { Redis } from 'ioredis';
    import { startEmbeddedRedis } from './src/embedded/redis.ts';
    const redis = await startEmbeddedRedis(${JSON.stringify({ dataDir, socketPath })});
    const client = new Redis(redis.options);
    await client.set('key', 'kept');
    await client.config('SET', 'appendfsync', 'always');
    await client.set('other', 'flushed');
    console.log(redis.pid);
    setInterval(() => {}, 1000);
  `;
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, redisPid: Number(line) };
}
