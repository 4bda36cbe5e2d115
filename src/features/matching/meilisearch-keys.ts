import { createHash } from 'node:crypto';
import { Meilisearch } from 'meilisearch';

/** What the service does on its own indexes, and nothing else. */
const keyActions = [
  'search',
  'documents.add',
  'documents.get',
  'documents.delete',
  'indexes.create',
  'indexes.get',
  'indexes.delete',
  'indexes.swap',
  'settings.get',
  'settings.update',
  'tasks.get',
] as const;

/**
 * The key to work with: one for these indexes and actions alone, made with the given key where that
 * one may make keys (the master key, the default admin key). Any other key is used as it is.
 */
export async function leastKey(
  url: string,
  given: string | undefined,
  namespace: string,
): Promise<string | undefined> {
  const client = new Meilisearch({ host: url, apiKey: given });
  const uid = keyUid(namespace);
  const existing = () => client.getKey(uid).then(({ key }) => key);
  try {
    return await existing();
  } catch (error) {
    if (mayNotMakeKeys(error)) return given;
    if (codeOf(error) !== 'api_key_not_found') throw error;
  }
  try {
    const made = await client.createKey({
      uid,
      name: `${namespace} service`,
      description: 'Made by the service for its own indexes.',
      actions: [...keyActions],
      indexes: [`${namespace}_*`],
      expiresAt: null,
    });
    return made.key;
  } catch (error) {
    if (mayNotMakeKeys(error)) return given;
    // Another process of the service was faster.
    if (codeOf(error) === 'api_key_already_exists') return existing();
    throw error;
  }
}

/** The same for all processes of a deployment, another one when the actions change. */
export function keyUid(namespace: string): string {
  const told = JSON.stringify([namespace, ...keyActions]);
  const hex = createHash('sha256').update(told).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A server without a master key has no keys at all. */
const mayNotMakeKeys = (error: unknown) =>
  ['invalid_api_key', 'missing_master_key', 'missing_authorization_header'].includes(
    codeOf(error) ?? '',
  );

/** Meilisearch's own name of what it refuses; undefined when it did not answer. */
export const codeOf = (error: unknown): string | undefined =>
  (error as { cause?: { code?: string } } | undefined)?.cause?.code;
