import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ChildMessage } from './child.ts';
import { loaderFlags } from './loader-flags.ts';
import type { Fsync } from './storage.ts';

export interface EmbeddedMongoOptions {
  /** Folder of the data file, made if missing; one running process each. */
  dataDir: string;
  /** Path of the unix socket, at most 107 bytes. */
  socketPath: string;
  /** What a power failure may cost, see docs/embedded-store.md; default `normal`. */
  fsync?: Fsync;
  log?: (level: 'info' | 'warn' | 'error', text: string) => void;
  /** Called when the server ends without having been asked to. */
  onExit?: (reason: string) => void;
}

export interface EmbeddedMongo {
  uri: string;
  pid: number;
  close(): Promise<void>;
}

const longestSocketPath = 107;
const stopPatienceMs = 10_000;

/** `child.ts` beside this file under tsx, `child.js` after the build. */
function childFile(): string {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return fileURLToPath(new URL(`./child.${extension}`, import.meta.url));
}

function spawnChild(options: EmbeddedMongoOptions): ChildProcess {
  const file = childFile();
  const execArgv = loaderFlags(process.execArgv);
  if (file.endsWith('.ts') && !execArgv.some((flag) => flag.includes('tsx'))) {
    execArgv.push('--import', import.meta.resolve('tsx'));
  }
  // A small young generation: the process copies bytes more than it keeps objects.
  execArgv.push('--max-semi-space-size=4');
  return fork(file, [options.dataDir, options.socketPath, options.fsync ?? 'normal'], {
    execArgv,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // None of the parent's environment, which may hold secrets; fewer malloc arenas, less memory.
    env: { MALLOC_ARENA_MAX: '2' },
  });
}

function ready(child: ChildProcess, log: EmbeddedMongoOptions['log']): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: ChildMessage) => {
      if (message.type === 'ready') resolve();
      else if (message.type === 'refused') reject(new Error(message.reason));
      else log?.(message.level, message.text);
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      reject(
        new Error(`The embedded store ended before it was ready (${signal ?? `code ${code}`}).`),
      );
    });
  });
}

/** Starts the embedded store as a child process and waits until it takes connections. */
export async function startEmbeddedMongo(options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const bytes = Buffer.byteLength(options.socketPath);
  if (bytes > longestSocketPath) {
    throw new Error(
      `The socket path ${options.socketPath} is ${bytes} bytes long, more than the ${longestSocketPath} that the system allows; choose a shorter folder.`,
    );
  }
  const child = spawnChild(options);
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
  });
  await ready(child, options.log);
  let closing = false;
  void exited.then((how) => {
    if (!closing) options.onExit?.(`The embedded store ended unexpectedly (${how}).`);
  });
  return {
    uri: `mongodb://${encodeURIComponent(options.socketPath)}/daqiao?directConnection=true&retryWrites=false`,
    pid: child.pid!,
    async close() {
      closing = true;
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), stopPatienceMs);
      await exited;
      clearTimeout(timer);
    },
  };
}
