import type * as z from 'zod';
import type { Actor } from '../../access/actor.ts';
import { presentStored } from '../../store/present.ts';
import type { User } from './user.ts';
import { actionsOnUser } from './user-actions.ts';
import type { userAnswer } from './user-schema.ts';

/** The few facts about oneself that a session carries. */
export function presentSelf(user: User) {
  const { _id, email, name, roles, organizationId, district } = user;
  return { id: _id, email, name, roles, ...(organizationId && { organizationId }), district };
}

export function presentUser(
  actor: Actor,
  user: User,
  organizations: ReadonlyMap<string, string>,
): z.output<typeof userAnswer> {
  const { activatedAt, disabledAt, organizationId: id } = user;
  const name = id && organizations.get(id);
  return {
    ...presentStored(user),
    actions: actionsOnUser(actor, user),
    ...presentSelf(user),
    ...(id && name && { organization: { id, name } }),
    status: disabledAt ? 'disabled' : activatedAt ? 'active' : 'invited',
    ...(activatedAt && { activatedAt: activatedAt.toISOString() }),
    ...(disabledAt && { disabledAt: disabledAt.toISOString() }),
  };
}
