import { unscoped } from '../../access/actor.ts';
import type { Clock } from '../../clock.ts';
import { AppError, invalidField } from '../../errors.ts';
import type { CredentialStore } from './credential-store.ts';
import { isNameless } from './first-admin.ts';
import { secretHash } from './link.ts';
import type { AcceptInput } from './session-schema.ts';
import { refuseWeak, type SessionService } from './session-service.ts';
import { actorOf, type User } from './user.ts';
import type { UserStore } from './user-store.ts';

const gone = () =>
  new AppError(410, 'invitation_over', 'This link was used or is over. Ask for a new one.');

export function createInvitationService(parts: {
  users: UserStore;
  credentials: CredentialStore;
  sessions: SessionService;
  clock: Clock;
  hashPassword(password: string): Promise<string>;
}) {
  const { users, credentials, sessions, clock } = parts;

  async function ownerOf(hash: string, now: Date): Promise<User> {
    const row = await credentials.findByLink(hash, now);
    const user =
      row && (await users.find(unscoped('holds the one-time link'), { _id: row.userId }));
    if (!row?.link || !user || user.disabledAt || row.link.createdAt < user.passwordFrom) {
      throw gone();
    }
    return user;
  }

  /** The set-up link belongs to nobody until its holder says who they are. */
  async function named(user: User, { email, name }: AcceptInput): Promise<User> {
    if (!isNameless(user)) {
      if (email === undefined || email === user.email) return user;
      throw invalidField('email', 'not_yours', 'The invitation is for another address.');
    }
    // Somebody else became the first administrator meanwhile: the link in the log is of no use.
    const active = { roles: 'admin', activatedAt: { $exists: true } };
    if (await users.find(unscoped('is there an administrator?'), active)) throw gone();
    if (email === undefined) {
      throw invalidField('email', 'required', 'Say which address you will sign in with.');
    }
    const cmd = { actor: actorOf(user), at: clock.now() };
    return users.change(cmd, cmd.actor, user._id, { action: 'named' }, (now) => {
      if (!isNameless(now)) throw gone();
      return { email, name: name ?? email.split('@')[0]! };
    });
  }

  return {
    /** Chooses a password with a one-time link. Of two at once, one succeeds. */
    async accept(input: AcceptInput): Promise<User> {
      const now = clock.now();
      const hash = secretHash(input.token);
      const owner = await ownerOf(hash, now);
      refuseWeak(input.password, { email: input.email ?? owner.email, name: owner.name });
      const password = await parts.hashPassword(input.password);
      const user = await named(owner, input);
      if (!(await credentials.useLink(hash, password, now))) throw gone();
      return sessions.activated(user);
    },
  };
}
