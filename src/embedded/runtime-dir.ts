import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What fits into `sun_path` with its closing zero: 108 bytes on Linux, 104 on the BSDs and macOS. */
const MAX_SOCKET_PATH_BYTES = process.platform === 'linux' ? 107 : 103;

export interface RuntimeDir {
  readonly path: string;
  /** The path of a socket in this folder; throws when the kernel could not bind it. */
  socketPath(name: string): string;
  /** Removes the folder with everything in it; may be called twice. */
  close(): Promise<void>;
}

/**
 * A private (0700) temporary folder for the sockets of embedded services: the folder's mode is
 * what keeps other users of the machine out of them.
 */
export async function createRuntimeDir(parent: string = tmpdir()): Promise<RuntimeDir> {
  const path = await mkdtemp(join(parent, 'daqiao-'));
  return {
    path,
    socketPath(name) {
      const socketPath = join(path, name);
      assertSocketPathFits(socketPath);
      return socketPath;
    },
    async close() {
      await rm(path, { recursive: true, force: true });
    },
  };
}

/** Said early and in words, because the kernel would only say EINVAL, and some clients cut the path. */
export function assertSocketPathFits(socketPath: string): void {
  const bytes = Buffer.byteLength(socketPath);
  if (bytes > MAX_SOCKET_PATH_BYTES) {
    throw new Error(
      `The socket path ${socketPath} has ${bytes} bytes, ${MAX_SOCKET_PATH_BYTES} is the limit: set TMPDIR to a shorter folder.`,
    );
  }
}
