import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { endProcess, readProcess } from './process-info.ts';

/** Who serves a data folder: the server, the process that started it, and the socket in its title. */
const claimSchema = z.object({
  pid: z.int().positive(),
  owner: z.int().positive(),
  socketPath: z.string().min(1),
});
export type RedisClaim = z.infer<typeof claimSchema>;

const claimFile = (dataDir: string) => join(dataDir, 'server.json');

/**
 * Makes sure that no other server writes this folder's append-only file, which Redis itself does
 * not check. A server that lost its owner is ended; one whose owner lives is left alone, and this throws.
 */
export async function freeDataDir(dataDir: string): Promise<void> {
  const claim = await readClaim(dataDir);
  if (!claim) return;
  const server = await readProcess(claim.pid);
  // A process id is used again after a while: only the socket in the title proves that it is ours.
  if (server?.command.includes(claim.socketPath)) {
    if (server.parent === claim.owner) {
      throw new Error(
        `The queues in ${dataDir} are in use by process ${claim.owner}: stop it first, or choose another DATA_DIR.`,
      );
    }
    await endProcess(claim.pid);
  }
  await releaseDataDir(dataDir);
}

export async function claimDataDir(dataDir: string, claim: RedisClaim): Promise<void> {
  await writeFile(claimFile(dataDir), JSON.stringify(claim));
}

export async function releaseDataDir(dataDir: string): Promise<void> {
  await rm(claimFile(dataDir), { force: true });
}

async function readClaim(dataDir: string): Promise<RedisClaim | undefined> {
  try {
    return claimSchema.parse(JSON.parse(await readFile(claimFile(dataDir), 'utf8')));
  } catch {
    // Absent, or torn by a crash in the middle of writing it.
    return undefined;
  }
}
