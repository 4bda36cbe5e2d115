import { type Actor, hasRole } from '../../access/actor.ts';
import { documentModel } from '../../store/document-schema.ts';
import { createDocumentStore } from '../../store/document-store.ts';
import type { StoreKit } from '../../store/store-kit.ts';
import type { Token } from './token.ts';

export type TokenStore = ReturnType<typeof createTokenStore>;

/** How long an expired token stays listed in the store before the store drops it. */
const keptSeconds = 90 * 24 * 60 * 60;

export function createTokenStore(kit: StoreKit) {
  return createDocumentStore<Token>({
    ...kit,
    subject: 'token',
    model: documentModel<Token>(kit.db, 'tokens', [
      [{ hash: 1 }, { unique: true }],
      [{ userId: 1, _id: 1 }],
      [{ expiresAt: 1 }, { expireAfterSeconds: keptSeconds }],
    ]),
    visible: (actor: Actor) => (hasRole(actor, 'system') ? {} : { userId: actor.id }),
  });
}
