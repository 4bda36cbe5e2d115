import type { Actor } from '../../access/actor.ts';

export interface Known {
  actor: Actor;
  /** When the session or token itself ends. */
  expiresAt: Date;
}

const keptMs = 5_000;
const keptMost = 5_000;

export type ActorCache = ReturnType<typeof createActorCache>;

/**
 * Remembers for a few seconds who a cookie or token is, so that a burst of requests reads the store
 * once. What this process changes is forgotten at once; other processes follow within the time.
 */
export function createActorCache(
  now: () => number = Date.now,
  changed: (personId: string) => void = () => {},
) {
  const kept = new Map<string, Known & { until: number }>();
  let changes = 0;

  return {
    async get(key: string, read: () => Promise<Known | null>): Promise<Actor | null> {
      const hit = kept.get(key);
      if (hit && hit.until > now()) return hit.actor;
      kept.delete(key);
      const before = changes;
      const found = await read();
      if (!found) return null;
      // Somebody was forgotten while this was read: it may be about them, so it is not kept.
      if (changes === before) {
        if (kept.size >= keptMost) kept.delete(kept.keys().next().value!);
        kept.set(key, { ...found, until: Math.min(now() + keptMs, found.expiresAt.getTime()) });
      }
      return found.actor;
    },
    forgetPerson(id: string): void {
      changes += 1;
      for (const [key, { actor }] of kept) if (actor.id === id) kept.delete(key);
      changed(id);
    },
    forget(key: string): void {
      changes += 1;
      const known = kept.get(key);
      kept.delete(key);
      if (known) changed(known.actor.id);
    },
  };
}
