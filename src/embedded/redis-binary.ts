import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Set-up unpacks Debian's redis-server there; this file is two folders below the project in src and in dist. */
const UNPACKED = fileURLToPath(new URL('../../.daqiao/bin/redis-server', import.meta.url));
const CANDIDATES = ['redis-server', 'valkey-server', UNPACKED];

/** BullMQ needs the commands of 6.2. */
const OLDEST = [6, 2] as const;

export interface RedisBinary {
  /** The command and its leading arguments; the server's own arguments follow. */
  readonly command: readonly [string, ...string[]];
  readonly version: string;
}

/** Finds a Redis or Valkey ≥ 6.2 that starts here; throws one sentence that says what to do otherwise. */
export async function findRedisBinary(
  candidates: readonly string[] = CANDIDATES,
): Promise<RedisBinary> {
  const tooOld: string[] = [];
  for (const name of candidates) {
    const found = (await probe(['setpriv', '--pdeathsig', 'TERM', name])) ?? (await probe([name]));
    if (!found) continue;
    if (isNewEnough(found.version)) return found;
    tooOld.push(`${name} is version ${found.version}`);
  }
  const reason = tooOld.length > 0 ? tooOld.join(', ') : 'redis-server was not found';
  throw new Error(
    `No Redis ≥ ${OLDEST.join('.')} here (${reason}): run \`node scripts/setup.mjs start\`, or set REDIS_URL to a server.`,
  );
}

/**
 * One call answers two questions: does it start, and can the kernel be asked (setpriv of
 * util-linux) to end it together with this process, however this process dies.
 */
async function probe(command: [string, ...string[]]): Promise<RedisBinary | undefined> {
  try {
    const { stdout } = await run(command[0], [...command.slice(1), '--version']);
    const version = /\bv=(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
    return version ? { command, version } : undefined;
  } catch {
    return undefined;
  }
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}
