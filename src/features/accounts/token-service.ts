import { type Actor, type Command, unscoped } from '../../access/actor.ts';
import { conflict, forbidden, invalidField } from '../../errors.ts';
import type { PageRequest } from '../../store/page.ts';
import type { ActorCache } from './actor-cache.ts';
import { secretHash } from './link.ts';
import { newTokenSecret, type Token } from './token.ts';
import type { TokenInput } from './token-schema.ts';
import type { TokenStore } from './token-store.ts';

export type TokenService = ReturnType<typeof createTokenService>;

const mostPerPerson = 100;
const live = { revokedAt: { $exists: false } };

export function createTokenService(parts: { tokens: TokenStore; cache: ActorCache }) {
  const { tokens, cache } = parts;
  return {
    /** A new token and its secret, which is shown this once and kept as a hash. */
    async create(cmd: Command, input: TokenInput): Promise<{ token: Token; secret: string }> {
      const { actor, at } = cmd;
      if (actor.tokenScopes) throw forbidden('A token cannot make another token.');
      if (input.expiresAt <= at) {
        throw invalidField('expiresAt', 'in_the_past', 'It must end in the future.');
      }
      if ((await tokens.count(actor, live)) >= mostPerPerson) {
        throw conflict('too_many_tokens', `Nobody needs more than ${mostPerPerson} tokens.`);
      }
      const secret = newTokenSecret();
      const fields = {
        ...input,
        userId: actor.id,
        district: actor.district,
        hash: secretHash(secret),
      };
      return { token: await tokens.insert(cmd, fields, { action: 'created' }), secret };
    },

    list: (actor: Actor, page: PageRequest) => tokens.list(actor, live, page),

    async revoke(cmd: Command, id: string): Promise<void> {
      await tokens.change(cmd, cmd.actor, id, { action: 'revoked' }, (token) =>
        token.revokedAt ? {} : { revokedAt: cmd.at },
      );
      cache.forgetPerson(cmd.actor.id);
    },

    /** The token behind a secret, unless it is revoked or over. */
    async find(secret: string, now: Date): Promise<Token | null> {
      const why = unscoped('finds out who is asking');
      const token = await tokens.find(why, { hash: secretHash(secret), ...live });
      return token && token.expiresAt > now ? token : null;
    },
  };
}
