import { setTimeout as pause } from 'node:timers/promises';
import type { Meilisearch, Settings } from 'meilisearch';
import type { MeilisearchDocument } from './meilisearch-documents.ts';
import { codeOf } from './meilisearch-keys.ts';
import { type MeilisearchServer, prepareIndex } from './meilisearch-server.ts';
import type { Write } from './meilisearch-writer.ts';

const swapTimeoutMs = 60_000;
const askEveryMs = 50;

/** A rebuild writes every few seconds; one that is silent for this long has died. */
const deadAfterMs = 10 * 60_000;

/**
 * Fills a second index and has it change places with the first in one step, so that searches are
 * answered from one whole index or the other. Two processes do not rebuild one index at once.
 */
export async function rebuildMeilisearch(parts: {
  server: MeilisearchServer;
  client: Meilisearch;
  uid: string;
  settings: Settings;
  batches: AsyncIterable<Write[]>;
  stored(target: string, writes: readonly Write[]): Promise<MeilisearchDocument[]>;
  now(): number;
}): Promise<void> {
  const { server, client, uid, settings, batches, stored, now } = parts;
  const target = `${uid}_rebuild`;
  const left = await client.getRawIndex(target).catch((error: unknown) => {
    if (codeOf(error) === 'index_not_found') return undefined;
    throw error;
  });
  if (left !== undefined) {
    if (now() - new Date(left.updatedAt).getTime() < deadAfterMs) {
      throw new Error('a rebuild of this index is under way in another process');
    }
    await server.settle(client.deleteIndex(target));
  }
  await server.settle(client.createIndex(target, { primaryKey: 'id' }));
  try {
    await prepareIndex(server, client, target, settings);
    const fresh = client.index<MeilisearchDocument>(target);
    for await (const writes of batches) {
      await server.settle(fresh.addDocuments(await stored(target, writes)));
    }
    await swap(server, client, uid, target);
  } finally {
    await server.settle(client.deleteIndex(target));
  }
}

/**
 * A key for some indexes alone may order a swap and is not shown its task, which belongs to two
 * indexes: then it shows by the first index's birthday, which becomes the second's.
 */
async function swap(
  { settle }: MeilisearchServer,
  client: Meilisearch,
  uid: string,
  target: string,
): Promise<void> {
  const born = async (name: string) => (await client.getRawIndex(name)).createdAt;
  const wanted = await born(target);
  try {
    await settle(client.swapIndexes([{ indexes: [uid, target], rename: false }]));
    return;
  } catch (error) {
    if (codeOf(error) !== 'task_not_found') throw error;
  }
  const deadline = performance.now() + swapTimeoutMs;
  while ((await born(uid)) !== wanted) {
    if (performance.now() > deadline) {
      throw new Error(`Meilisearch has not swapped ${uid} and ${target} within a minute.`);
    }
    await pause(askEveryMs);
  }
}
