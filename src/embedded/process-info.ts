import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface ProcessInfo {
  readonly parent: number;
  readonly command: string;
}

/** What runs under this process id, or undefined; zombies count as gone. */
export async function readProcess(pid: number): Promise<ProcessInfo | undefined> {
  try {
    return process.platform === 'linux' ? await fromProc(pid) : await fromPs(pid);
  } catch {
    return undefined;
  }
}

// Slim container images have no `ps`, and other systems have no /proc.
async function fromProc(pid: number): Promise<ProcessInfo | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const cmdline = await readFile(`/proc/${pid}/cmdline`, 'utf8');
  // The name in parentheses may itself hold spaces and parentheses.
  const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (state === 'Z') return undefined;
  return { parent: Number(parent), command: cmdline.replaceAll('\0', ' ').trim() };
}

async function fromPs(pid: number): Promise<ProcessInfo | undefined> {
  const { stdout } = await run('ps', ['-ww', '-o', 'ppid=,command=', '-p', String(pid)]);
  const found = /^\s*(\d+)\s+(.*)/.exec(stdout);
  return found ? { parent: Number(found[1]), command: found[2] ?? '' } : undefined;
}

/** Asks the process to end, and ends it by force after `patienceMs`. */
export async function endProcess(pid: number, patienceMs = 10_000): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await isGoneWithin(pid, patienceMs)) return;
  }
  throw new Error(`Process ${pid} does not end.`);
}

async function isGoneWithin(pid: number, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (await readProcess(pid)) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}
