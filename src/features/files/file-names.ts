import { unscoped } from '../../access/actor.ts';
import type { FileStore } from './file-store.ts';

/**
 * Files by their names, in the order of the ids, for presenters of what they are attached to: who
 * reads that reads these too, also in the moment before the attachment has followed.
 */
export async function namedFiles(
  files: Pick<FileStore, 'getMany'>,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const found = await files.getMany(unscoped('names for who sees what they belong to'), ids);
  return ids.flatMap((id) => (found.has(id) ? [{ id, name: found.get(id)!.name }] : []));
}
