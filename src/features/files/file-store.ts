import { type Actor, hasRole } from '../../access/actor.ts';
import { createDocumentStore } from '../../store/document-store.ts';
import { any, type Filter } from '../../store/filter.ts';
import type { StoreKit } from '../../store/store-kit.ts';
import type { StoredFile } from './file.ts';
import { fileModel } from './file-model.ts';

export type FileStore = ReturnType<typeof createFileStore>;

export function createFileStore(kit: StoreKit) {
  const store = createDocumentStore<StoredFile>({
    ...kit,
    subject: 'file',
    model: fileModel(kit.db),
    visible,
  });
  const unattached = (before: Date) => ({ freeSince: { $lt: before } });
  return {
    ...store,
    unattached: (before: Date) =>
      store.model.find(unattached(before), { _id: 1 }).lean().cursor() as AsyncIterable<{
        _id: string;
      }>,
    /** Takes a file's document away if nothing took the file up in the meantime. */
    async forget(id: string, before: Date): Promise<boolean> {
      const { deletedCount } = await store.model.deleteOne({ _id: id, ...unattached(before) });
      return deletedCount === 1;
    },
  };
}

/** The uploader's; and, once attached, everybody's who sees the subject. */
function visible(actor: Actor): Filter {
  const { id, organizationId, district } = actor;
  if (hasRole(actor, 'system')) return {};
  const seen: Filter[] = [{ uploadedBy: id }, { 'attachments.userIds': id }];
  if (organizationId) seen.push({ 'attachments.organizationIds': organizationId });
  if (hasRole(actor, 'bureau', 'admin')) seen.push({ 'attachments.districts': district });
  return any(seen);
}
