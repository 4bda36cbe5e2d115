import { unscoped } from '../../access/actor.ts';
import type { FindPeople, Recipient } from '../notifications/notification.ts';
import type { UserStore } from './user-store.ts';

/** The open accounts behind a recipient of notifications. */
export function createFindPeople(users: UserStore): FindPeople {
  return async (to) => {
    const ids: string[] = [];
    const open = { ...filterOf(to), disabledAt: { $exists: false } };
    for await (const { _id } of users.each(unscoped('notifies people'), open, { _id: 1 })) {
      ids.push(_id);
    }
    return ids;
  };
}

function filterOf(to: Recipient) {
  if ('userId' in to) return { _id: to.userId };
  if ('organizationId' in to) return { organizationId: to.organizationId };
  return { district: to.district, roles: to.role };
}
