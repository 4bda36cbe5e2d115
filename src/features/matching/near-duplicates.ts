import { setImmediate as nextTurn } from 'node:timers/promises';
import { bandKeys, likeness, signatureOf } from './min-hash.ts';

export type NearDuplicate = { id: string; similarity: number };

export type DuplicateGuardOptions = {
  /** All texts of one organization, drafts included; read when the organization is first checked. */
  load(organizationId: string): Promise<readonly { id: string; text: string }[]>;
  /** How long what was loaded is trusted, since other processes add needs too. */
  ttlMs: number;
  /** How many organizations are held; the one unused for longest goes first. */
  maxOrganizations: number;
  now?: () => number;
};

export type DuplicateGuard = {
  /** The organization's own needs that read nearly alike, likest first, at most five. */
  check(organizationId: string, id: string | null, text: string): Promise<NearDuplicate[]>;
  /** A need was written: known from now on if its organization is held. */
  put(organizationId: string, id: string, text: string): void;
  /** Forgets one need, or the whole organization, which is then loaded afresh. */
  drop(organizationId: string, id?: string): void;
};

const threshold = 0.6;
const mostShown = 5;
/** A boilerplate band shared by more needs than this tells nothing apart. */
const fullBucket = 200;

/** Near-duplicates within one organization: banded min-hash look-ups, so the cost hardly grows. */
export function createDuplicateGuard(options: DuplicateGuardOptions): DuplicateGuard {
  const { load, ttlMs, maxOrganizations, now = Date.now } = options;
  const held = new Map<string, { expires: number; shelf: Shelf; ready: Promise<void> }>();

  function shelfOf(organizationId: string) {
    const known = held.get(organizationId);
    if (known !== undefined && known.expires > now()) {
      // Re-inserted, so that the order of the map is the order of use.
      held.delete(organizationId);
      held.set(organizationId, known);
      return known;
    }
    const shelf = createShelf();
    const entry = { expires: now() + ttlMs, shelf, ready: fill(organizationId, shelf) };
    held.delete(organizationId);
    held.set(organizationId, entry);
    entry.ready.catch(() => {
      if (held.get(organizationId) === entry) held.delete(organizationId);
    });
    for (const oldest of held.keys()) {
      if (held.size <= maxOrganizations) break;
      held.delete(oldest);
    }
    return entry;
  }

  async function fill(organizationId: string, shelf: Shelf) {
    let sinceTurn = 0;
    for (const { id, text } of await load(organizationId)) {
      // What was put or dropped while loading is newer than what was loaded.
      if (!shelf.touched.has(id)) shelf.put(id, text);
      if (++sinceTurn % 100 === 0) await nextTurn();
    }
    shelf.touched.clear();
    shelf.loading = false;
  }

  return {
    async check(organizationId, id, text) {
      const { shelf, ready } = shelfOf(organizationId);
      if (shelf.loading) await ready;
      // A need that was just put has its signature already.
      const signature = (id === null ? undefined : shelf.signature(id)) ?? signatureOf(text);
      return signature === undefined ? [] : shelf.nearest(signature, id);
    },
    put(organizationId, id, text) {
      const entry = held.get(organizationId);
      if (entry === undefined) return;
      if (entry.shelf.loading) entry.shelf.touched.add(id);
      entry.shelf.put(id, text);
    },
    drop(organizationId, id) {
      if (id === undefined) {
        held.delete(organizationId);
        return;
      }
      const entry = held.get(organizationId);
      if (entry === undefined) return;
      if (entry.shelf.loading) entry.shelf.touched.add(id);
      entry.shelf.remove(id);
    },
  };
}

type Shelf = ReturnType<typeof createShelf>;

function createShelf() {
  const signatures = new Map<string, Int32Array>();
  const buckets = new Map<number, string[]>();

  function remove(id: string) {
    const signature = signatures.get(id);
    if (signature === undefined) return;
    signatures.delete(id);
    for (const key of bandKeys(signature)) {
      const rest = buckets.get(key)?.filter((other) => other !== id) ?? [];
      if (rest.length === 0) buckets.delete(key);
      else buckets.set(key, rest);
    }
  }

  return {
    loading: true,
    touched: new Set<string>(),
    signature: (id: string) => signatures.get(id),
    remove,
    put(id: string, text: string) {
      remove(id);
      const signature = signatureOf(text);
      if (signature === undefined) return;
      signatures.set(id, signature);
      for (const key of bandKeys(signature)) {
        const bucket = buckets.get(key);
        if (bucket === undefined) buckets.set(key, [id]);
        else if (bucket.length < fullBucket) bucket.push(id);
      }
    },
    nearest(signature: Int32Array, except: string | null): NearDuplicate[] {
      const seen = new Set<string>();
      const found: NearDuplicate[] = [];
      for (const key of bandKeys(signature)) {
        for (const id of buckets.get(key) ?? []) {
          if (id === except || seen.has(id)) continue;
          seen.add(id);
          const similarity = likeness(signature, signatures.get(id)!);
          if (similarity >= threshold) found.push({ id, similarity });
        }
      }
      return found
        .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1))
        .slice(0, mostShown);
    },
  };
}
