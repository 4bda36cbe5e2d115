import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedRedis } from '../../src/embedded/redis.ts';
import { createRuntimeDir } from '../../src/embedded/runtime-dir.ts';
import { call, enterPeople } from './people.ts';
import { admin, answering, freePort } from './product.ts';
import { type Comparison, compare } from './ratios.ts';

/** From `npm start` on an existing data folder until /readyz, all services embedded. */
export async function benchStartup(): Promise<Comparison[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'daqiao-start-'));
  try {
    await startAndStop(dataDir);
    return [
      await compare(
        "ready after npm start, less Redis's own start, against a bare import of the same packages",
        '<= 5',
        'ms',
        7,
        async () => (await startAndStop(dataDir)) - (await redisStart()),
        bareImport,
      ),
    ];
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Memory of every process of the service, with the demo and 2,000 capabilities. */
export async function benchMemory(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'daqiao-memory-'));
  const service = await launch(dataDir, { DEMO: 'true' });
  try {
    const people = await enterPeople(service.url, 'admin@demo.test');
    for (let n = 0; n < 2_000; n += 20) {
      await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          call(service.url, people.institute, 'POST', '/capabilities', aCapability(n + i)),
        ),
      );
    }
    await new Promise((done) => setTimeout(done, 5_000));
    const rows = await processes(service.pid);
    for (const { name, megabytes } of rows) console.log(`     ${name}: ${megabytes.toFixed(0)} MB`);
    const sum = rows.reduce((total, row) => total + row.megabytes, 0);
    const sign = sum <= 500 ? 'ok  ' : 'MISS';
    console.log(`${sign} resident memory of all processes: ${sum.toFixed(0)} MB (<= 500)`);
  } finally {
    await service.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function launch(
  dataDir: string,
  env: Record<string, string>,
  [command, ...args]: readonly [string, ...string[]] = [process.execPath, 'dist/main.js'],
) {
  const port = await freePort();
  const { PATH, HOME } = process.env;
  const child = spawn(command, args, {
    // A group of its own: npm does not always hand a signal on.
    detached: true,
    env: {
      ...{ PATH, HOME, DATA_DIR: dataDir, PORT: String(port), DEMO_PASSWORD: admin.password },
      ...{ ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: admin.password, ...env },
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await answering(`${url}/readyz`);
  return {
    url,
    pid: child.pid!,
    async close() {
      const ended = new Promise((done) => child.once('exit', done));
      process.kill(-child.pid!, 'SIGTERM');
      await ended;
    },
  };
}

async function startAndStop(dataDir: string): Promise<number> {
  const begun = performance.now();
  const service = await launch(dataDir, { DEMO: 'false' }, ['npm', 'start', '--silent']);
  const took = performance.now() - begun;
  await service.close();
  return took;
}

async function redisStart(): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'daqiao-redis-'));
  const runtime = await createRuntimeDir();
  const begun = performance.now();
  const redis = await startEmbeddedRedis({ dataDir, socketPath: runtime.socketPath('r.sock') });
  const took = performance.now() - begun;
  await redis.close();
  await runtime.close();
  await rm(dataDir, { recursive: true, force: true });
  return took;
}

/** One process that imports the packages that the service imports, and ends. */
async function bareImport(): Promise<number> {
  const source = (await importedPackages()).map((name) => `await import('${name}');`).join('\n');
  const begun = performance.now();
  execFileSync(process.execPath, ['--input-type=module', '-e', source]);
  return performance.now() - begun;
}

async function importedPackages(): Promise<string[]> {
  const names = new Set<string>();
  for (const entry of await readdir('dist', { recursive: true })) {
    if (!entry.endsWith('.js')) continue;
    const text = await readFile(join('dist', entry), 'utf8');
    for (const [, name] of text.matchAll(/^(?:import|export) .*?from '([^.'][^']*)';$/gm)) {
      if (!name!.startsWith('node:')) names.add(name!);
    }
  }
  return [...names];
}

async function processes(root: number): Promise<{ name: string; megabytes: number }[]> {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,rss=,args='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line)!)
    .map(([, pid, parent, rss, args]) => ({
      pid: +pid!,
      parent: +parent!,
      rss: +rss!,
      args: args!,
    }));
  const family = [root];
  for (const pid of family) {
    family.push(...table.filter((row) => row.parent === pid).map((row) => row.pid));
  }
  return table
    .filter((row) => family.includes(row.pid))
    .map((row) => ({ name: row.args.split(' ').slice(0, 3).join(' '), megabytes: row.rss / 1024 }));
}

function aCapability(n: number) {
  const abstract = Array.from(
    { length: 60 },
    (_, i) => words[(n * 7 + i * (n % 13)) % words.length],
  );
  return { title: `第 ${n} 项成果`, abstract: abstract.join(''), keywords: ['成果', `编号${n}`] };
}

const words =
  '材料 涂层 热处理 模具 注塑 轴承 齿轮 传感器 控制 算法 检测 激光 焊接 铸造 腐蚀 磨损 密封 催化 分离 发酵'.split(
    ' ',
  );
