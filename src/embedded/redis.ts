import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { findRedisBinary } from './redis-binary.ts';
import { claimDataDir, freeDataDir, releaseDataDir } from './redis-claim.ts';
import { assertSocketPathFits } from './runtime-dir.ts';

export interface EmbeddedRedisOptions {
  /** Holds the append-only file; created when missing, and served by one server at a time. */
  readonly dataDir: string;
  /** In a private folder (see `createRuntimeDir`): whoever reaches the socket may do everything. */
  readonly socketPath: string;
  readonly log?: (line: string) => void;
  /** Called once when the server ends although nobody closed it. */
  readonly onExit?: (reason: string) => void;
  /** How long the append-only file may take to load. */
  readonly readyTimeoutMs?: number;
}

export interface EmbeddedRedis {
  readonly pid: number;
  readonly version: string;
  /** The same server in the two forms that ioredis takes. */
  readonly options: { readonly path: string };
  readonly url: string;
  /** Lets the server write its file and waits for its end; may be called twice. */
  close(): Promise<void>;
}

const CLOSE_PATIENCE_MS = 10_000;

/** Starts the real redis-server as a child process that listens on a unix socket and nowhere else. */
export async function startEmbeddedRedis(options: EmbeddedRedisOptions): Promise<EmbeddedRedis> {
  const { dataDir, socketPath, log, onExit } = options;
  assertSocketPathFits(socketPath);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await freeDataDir(dataDir);
  const binary = await findRedisBinary();

  const [command, ...leading] = binary.command;
  // Its own process group: Ctrl-C in a terminal must reach us alone, so that jobs finish before it.
  const child = spawn(command, [...leading, ...serverArguments(dataDir, socketPath)], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = exitOf(child);
  const lastLines = followLog(child, log);
  const endWithUs = () => child.kill('SIGTERM');
  process.once('exit', endWithUs);

  let state: 'starting' | 'up' | 'closing' = 'starting';
  const ended = exited.then(async (reason) => {
    process.off('exit', endWithUs);
    await releaseDataDir(dataDir);
    if (state === 'up') onExit?.(`redis-server ${reason}`);
  });
  async function close(): Promise<void> {
    state = 'closing';
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), CLOSE_PATIENCE_MS);
    await ended;
    clearTimeout(force);
  }

  try {
    if (child.pid) await claimDataDir(dataDir, { pid: child.pid, owner: process.pid, socketPath });
    const early = exited.then((reason) => {
      throw new Error(`redis-server ${reason} at its start: ${lastLines.join(' | ')}`);
    });
    const abort = new AbortController();
    await Promise.race([
      early,
      answering(socketPath, options.readyTimeoutMs ?? 60_000, abort.signal),
    ]).finally(() => abort.abort());
  } catch (error) {
    await close();
    throw error;
  }
  state = 'up';
  return {
    pid: child.pid!,
    version: binary.version,
    options: { path: socketPath },
    url: `unix://${socketPath}`,
    close,
  };
}

function serverArguments(dataDir: string, socketPath: string): string[] {
  const settings: Record<string, string> = {
    port: '0',
    unixsocket: socketPath,
    unixsocketperm: '600',
    daemonize: 'no',
    dir: dataDir,
    appendonly: 'yes',
    appendfsync: 'everysec',
    save: '',
    'maxmemory-policy': 'noeviction',
    'always-show-logo': 'no',
  };
  return Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
}

function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`could not be started (${error.message})`));
    child.once('close', (code, signal) => resolve(`ended (${signal ?? `code ${code}`})`));
  });
}

/** Passes the server's output on line by line, and keeps the last lines for an error message. */
function followLog(child: ChildProcess, log?: (line: string) => void): string[] {
  const last: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      last.push(line);
      if (last.length > 5) last.shift();
      log?.(line);
    });
  }
  return last;
}

/** Resolves at the first PONG; while it loads its file, Redis answers LOADING instead. */
async function answering(socketPath: string, timeoutMs: number, stop: AbortSignal): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!stop.aborted) {
    if (await pings(socketPath)) return;
    if (Date.now() > deadline) {
      throw new Error(`redis-server did not answer on ${socketPath} within ${timeoutMs} ms.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function pings(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.setTimeout(1_000, () => socket.destroy());
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', (answer) => {
      socket.destroy();
      resolve(answer.toString().startsWith('+PONG'));
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}
