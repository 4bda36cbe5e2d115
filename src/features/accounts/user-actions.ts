import { type Actor, hasRole } from '../../access/actor.ts';
import { actionsThat } from '../../schema/actions.ts';
import { canManage, type User } from './user.ts';

export const userActionNames = ['update', 'disable', 'enable', 'reset-password'] as const;

export function actionsOnUser(actor: Actor, user: User) {
  const keeps = hasRole(actor, 'bureau', 'admin') && canManage(actor, user);
  return actionsThat(actor, 'users', {
    update: keeps,
    disable: keeps && user._id !== actor.id && !user.disabledAt,
    enable: keeps && user.disabledAt !== undefined,
    'reset-password': keeps && !actor.tokenScopes,
  });
}
