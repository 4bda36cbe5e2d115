import { type Actor, hasRole } from '../../access/actor.ts';
import { createDocumentStore } from '../../store/document-store.ts';
import { any, type Filter } from '../../store/filter.ts';
import type { StoreKit } from '../../store/store-kit.ts';
import type { User } from './user.ts';
import { userModel } from './user-model.ts';

export type UserStore = ReturnType<typeof createUserStore>;

export function createUserStore(kit: StoreKit) {
  return createDocumentStore<User>({
    ...kit,
    subject: 'user',
    model: userModel(kit.db),
    visible,
  });
}

/** Everybody sees themselves, the bureau its district's people, an administrator everyone. */
function visible(actor: Actor): Filter {
  if (hasRole(actor, 'system', 'admin')) return {};
  const seen: Filter[] = [{ _id: actor.id }];
  if (hasRole(actor, 'bureau')) seen.push({ district: actor.district });
  return any(seen);
}
