import { unscoped } from '../../access/actor.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import { gather } from '../../store/gather.ts';
import type { Stored } from '../../store/stored.ts';

interface Numbered extends Stored {
  organizationId: string;
  externalId?: string | undefined;
}

interface Key {
  organizationId: string;
  externalId: string;
}

/** Finds documents by their owner's own number; the look-ups of one turn are one query an owner. */
export function findByNumber<T extends Numbered>(
  store: Pick<DocumentStore<T>, 'each'>,
): (key: Key) => Promise<T | null> {
  const scope = unscoped('an import; whose rows they are was checked before');
  return gather<Key, T | null>(200, async (keys) => {
    const found = new Map<string, T>();
    const owners = new Map<string, Set<string>>();
    for (const { organizationId, externalId } of keys) {
      const numbers = owners.get(organizationId);
      if (numbers) numbers.add(externalId);
      else owners.set(organizationId, new Set([externalId]));
    }
    const queries = [...owners].map(async ([organizationId, numbers]) => {
      const some = [...numbers];
      const externalId = some.length === 1 ? some[0] : { $in: some };
      for await (const doc of store.each(scope, { organizationId, externalId })) {
        found.set(`${organizationId} ${doc.externalId}`, doc);
      }
    });
    await Promise.all(queries);
    return keys.map((key) => found.get(`${key.organizationId} ${key.externalId}`) ?? null);
  });
}
