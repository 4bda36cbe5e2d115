import { Meilisearch } from 'meilisearch';
import { keyUid } from '../../src/features/matching/meilisearch-keys.ts';

/** The search server that the tests were given, if any. */
export function givenSearchServer(): { url: string; key: string } | undefined {
  const { MEILI_URL: url, MEILI_KEY: key = '' } = process.env;
  return url ? { url, key } : undefined;
}

/** Drops what a namespace left on the given search server: its indexes and its key. */
export async function dropSearchData(namespace: string): Promise<void> {
  const given = givenSearchServer();
  if (given === undefined) return;
  const client = new Meilisearch({ host: given.url, apiKey: given.key });
  const { results } = await client.getIndexes({ limit: 1000 });
  for (const { uid } of results) {
    // Not waited for: the server works its tasks off one after another.
    if (uid.startsWith(`${namespace}_`)) await client.deleteIndex(uid);
  }
  await client.deleteKey(keyUid(namespace)).catch(() => {});
}
