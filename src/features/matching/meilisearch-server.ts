import { type EnqueuedTaskPromise, Meilisearch, type Settings } from 'meilisearch';
import { codeOf, leastKey } from './meilisearch-keys.ts';

const taskTimeoutMs = 60_000;
const askEveryMs = 20;

export type MeilisearchServer = ReturnType<typeof createMeilisearchServer>;

/** The search server behind both indexes: the key to use there, and what became of its tasks. */
export function createMeilisearchServer(options: {
  url: string;
  key?: string | undefined;
  namespace: string;
}) {
  const { url, key, namespace } = options;
  let client: Promise<Meilisearch> | undefined;
  let failed: Error | undefined;

  return {
    /** Asked for at the first use: the service starts while the server is away. */
    client(): Promise<Meilisearch> {
      client ??= leastKey(url, key, namespace).then(
        (apiKey) => new Meilisearch({ host: url, apiKey }),
      );
      client.catch(() => {
        client = undefined;
      });
      return client;
    },

    /** The server may have been set up anew, without our key. */
    forget() {
      client = undefined;
    },

    /** Waits for a task: one that was accepted may still fail, and says so only there. */
    async settle(task: EnqueuedTaskPromise): Promise<void> {
      const done = await task.waitTask({ timeout: taskTimeoutMs, interval: askEveryMs });
      if (done.status === 'succeeded') {
        failed = undefined;
        return;
      }
      failed = new MeilisearchTaskError(done.type, done.status, done.error ?? undefined);
      throw failed;
    },

    /** Rejects while the last task that ended did so without success. */
    async probeTasks(): Promise<void> {
      if (failed !== undefined) throw failed;
    },
  };
}

/** A task that the server took and did not do; the work stays owed. */
export class MeilisearchTaskError extends Error {
  readonly code: string;
  constructor(type: string, status: string, error?: { code: string; message: string }) {
    const { code = 'unknown', message = '' } = error ?? {};
    super(`Meilisearch task ${type} ${status}: ${code} ${message}`);
    this.name = 'MeilisearchTaskError';
    this.code = code;
  }
}

/** Whether the index or the key is no longer there, as after a loss of the server's data. */
export const isGone = (error: unknown) =>
  ['index_not_found', 'invalid_api_key'].includes(codeOf(error) ?? '');

/** Creates the index when it is missing and gives it the settings that it lacks; none twice. */
export async function prepareIndex(
  { settle }: Pick<MeilisearchServer, 'settle'>,
  client: Meilisearch,
  uid: string,
  wanted: Settings,
): Promise<void> {
  let present: Settings | undefined;
  try {
    present = await client.index(uid).getSettings();
  } catch (error) {
    if (codeOf(error) !== 'index_not_found') throw error;
    await settle(client.createIndex(uid, { primaryKey: 'id' })).catch((failure) => {
      // Another process created the index between the look and the wish.
      if (failure.code !== 'index_already_exists') throw failure;
    });
  }
  const lacking = settingsLacking(wanted, present ?? {});
  if (Object.keys(lacking).length > 0) await settle(client.index(uid).updateSettings(lacking));
}

/** Those that differ from the present ones: each that is sent has the whole index read again. */
function settingsLacking(wanted: Settings, present: Settings): Settings {
  const differing = Object.entries(wanted).filter(
    ([name, value]) => !holds(present[name as keyof Settings], value),
  );
  return Object.fromEntries(differing);
}

/** The server adds its defaults to objects, and sorts what is a set. */
function holds(present: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(present) || present.length !== wanted.length) return false;
    return wanted.every((one) => present.includes(one));
  }
  if (typeof wanted === 'object' && wanted !== null) {
    if (typeof present !== 'object' || present === null) return false;
    return Object.entries(wanted).every(([name, value]) =>
      holds((present as Record<string, unknown>)[name], value),
    );
  }
  return present === wanted;
}
