import type { Stored } from './stored.ts';

/** What every resource shows of its document, instants as ISO 8601. */
export function presentStored(doc: Stored) {
  return {
    id: doc._id,
    revision: doc.revision,
    createdAt: doc.createdAt.toISOString(),
    updatedAt: doc.updatedAt.toISOString(),
  };
}

/** The document's own fields without what the store keeps; absent ones stay absent. */
export function ownFields<T extends Stored>(doc: T): Omit<T, keyof Stored> {
  const { _id, revision, createdAt, updatedAt, todo, ...own } = doc;
  return own;
}
