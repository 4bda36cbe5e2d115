import { type Actor, hasRole } from '../../access/actor.ts';
import type { Stored } from '../../store/stored.ts';
import type { OrganizationKind, Role } from '../../vocabulary.ts';

/** A person who may sign in. The password is apart, among the credentials. */
export interface User extends Stored {
  name: string;
  /** In small letters, so that one address is one person. */
  email: string;
  roles: Role[];
  organizationId?: string;
  district: string;
  /** Set when a first password was chosen; absent while the invitation is open. */
  activatedAt?: Date;
  disabledAt?: Date;
  /** Sessions and tokens from before are void: set by disabling and by a password reset. */
  accessFrom?: Date;
  /** A password set before is void: when the person was entered, or the password reset. */
  passwordFrom: Date;
  passwordChangedAt?: Date;
}

/** The person as everything else knows them. */
export function actorOf(user: User): Actor {
  return {
    id: user._id,
    name: user.name,
    roles: user.roles,
    district: user.district,
    ...(user.organizationId !== undefined && { organizationId: user.organizationId }),
  };
}

/** The bureau keeps the people of its district, except administrators; administrators keep all. */
export function canManage(actor: Actor, user: Pick<User, 'district' | 'roles'>): boolean {
  if (hasRole(actor, 'system', 'admin')) return true;
  return (
    hasRole(actor, 'bureau') && actor.district === user.district && !user.roles.includes('admin')
  );
}

/**
 * Roles that this actor may not hand out: only an administrator makes administrators, and a
 * program never makes people who could in turn make people.
 */
export function rolesBeyond(actor: Actor, roles: readonly Role[]): Role[] {
  return roles.filter(
    (role) =>
      (role === 'admin' && !hasRole(actor, 'system', 'admin')) ||
      ((role === 'admin' || role === 'bureau') && actor.tokenScopes !== undefined),
  );
}

/** The kind of organization that a person of these roles must belong to; null where any fits. */
export function organizationKindFor(roles: readonly Role[]): OrganizationKind | null | 'none' {
  const kinds = roles.filter((role) => role === 'enterprise' || role === 'institute');
  if (kinds.length > 1) return 'none';
  return kinds[0] ?? null;
}
