import { type Actor, hasRole } from '../../access/actor.ts';
import { any, type Filter } from '../../store/filter.ts';
import type { LayeredField } from './need.ts';

/** What may be asked for in a list, and what a reader must be able to see to ask for it. */
const tells = {
  field: 'field',
  organizationId: 'organization',
  externalId: 'inside',
  brokerId: 'inside',
} as const satisfies Record<string, LayeredField | 'inside'>;

/**
 * Rows in which the actor may read what the filter asks for: a filter on a hidden field would tell
 * it. To be met together with the filter itself.
 */
export function rowsToAsk(actor: Actor, asked: Filter): Filter[] {
  if (actor.roles.every((role) => readsAllInSight.has(role))) return [];
  return Object.entries(tells).flatMap(([key, what]) =>
    asked[key] === undefined ? [] : [readableRows(actor, what)],
  );
}

/** Roles that read every layer of every row that they see at all. */
const readsAllInSight: ReadonlySet<string> = new Set(['system', 'bureau', 'admin', 'enterprise']);

function readableRows(actor: Actor, what: LayeredField | 'inside'): Filter {
  const { id, organizationId, district } = actor;
  const rows: Filter[] = [{ postedBy: id }, { brokerId: id }];
  if (hasRole(actor, 'bureau', 'admin')) rows.push({ district });
  if (hasRole(actor, 'enterprise') && organizationId) rows.push({ organizationId });
  if (what === 'inside') return any(rows);
  const layer = `confidential.${what}`;
  rows.push({ [layer]: 'public' });
  if (what !== 'organization') rows.push({ [layer]: { $exists: false } });
  if (organizationId) rows.push({ ndaInstituteIds: organizationId, [layer]: 'nda' });
  return any(rows);
}
