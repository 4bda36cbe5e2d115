import { type Scope, unscoped } from '../../access/actor.ts';

/** Brokers have their names by the same rules: who leads is told to everybody at the table. */
type Named = {
  getMany(scope: Scope, ids: readonly string[]): Promise<Map<string, { name: string }>>;
};

export type OrganizationNames = ReturnType<typeof createOrganizationNames>;

const keptMs = 60_000;
const keptMost = 5_000;

/**
 * Names by id for presenters that have already decided who may read them; kept for a minute, since
 * every list shows the same few names.
 */
export function createOrganizationNames(organizations: Named) {
  const kept = new Map<string, { name: string; until: number }>();
  return async function names(ids: readonly string[]): Promise<Map<string, string>> {
    const now = Date.now();
    const known = new Map(ids.flatMap((id) => (kept.has(id) ? [[id, kept.get(id)!.name]] : [])));
    const missing = ids.filter((id) => !((kept.get(id)?.until ?? 0) > now));
    if (missing.length > 0) {
      const found = await organizations.getMany(unscoped('names for presenters'), missing);
      if (kept.size + found.size > keptMost) kept.clear();
      for (const [id, { name }] of found) {
        kept.set(id, { name, until: now + keptMs });
        known.set(id, name);
      }
    }
    return known;
  };
}
