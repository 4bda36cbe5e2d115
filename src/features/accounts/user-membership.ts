import { type Actor, hasRole, unscoped } from '../../access/actor.ts';
import { forbidden, invalid, invalidField } from '../../errors.ts';
import type { Role } from '../../vocabulary.ts';
import type { OrganizationStore } from '../organizations/organization-store.ts';
import { organizationKindFor, rolesBeyond } from './user.ts';

interface Wanted {
  roles: readonly Role[];
  organizationId?: string | undefined;
  district?: string | undefined;
}

export function refuseRoles(actor: Actor, roles: readonly Role[]): void {
  const beyond = rolesBeyond(actor, roles);
  if (beyond.length > 0) throw forbidden(`You may not make anyone ${beyond.join(' or ')}.`);
}

/**
 * Checks that the organization fits the roles and is in this actor's reach; returns the district
 * that the person then belongs to: the organization's, or the one asked for.
 */
export async function placePerson(
  organizations: OrganizationStore,
  actor: Actor,
  { roles, organizationId, district }: Wanted,
): Promise<string> {
  const everywhere = hasRole(actor, 'system', 'admin');
  if (!everywhere && district !== undefined && district !== actor.district) {
    throw invalidField('district', 'not_yours', 'You keep the people of your own district.');
  }
  const kind = organizationKindFor(roles);
  if (kind === 'none') {
    const message = 'Nobody belongs to an enterprise and an institute at once.';
    throw invalidField('roles', 'incompatible', message);
  }
  if (organizationId === undefined) {
    if (kind === null) return district ?? actor.district;
    throw invalidField('organizationId', 'required', `A person of an ${kind} belongs to one.`);
  }
  const why = unscoped('the organization of a person');
  const found = await organizations.find(why, { _id: organizationId });
  if (!found || (!everywhere && found.district !== actor.district)) {
    throw invalidField('organizationId', 'unknown', 'No such organization in your district.');
  }
  const errors = [];
  if (kind !== null && found.kind !== kind) {
    errors.push({
      path: 'organizationId',
      code: 'wrong_kind',
      message: `It is not an ${kind}, as the role says.`,
    });
  }
  if (district !== undefined && district !== found.district) {
    const message = 'The organization is in another district.';
    errors.push({ path: 'district', code: 'mismatch', message });
  }
  if (errors.length > 0) throw invalid(errors);
  return found.district;
}
