import type { Actor, Command } from '../../access/actor.ts';
import type { Clock } from '../../clock.ts';
import { conflict, forbidden } from '../../errors.ts';
import type { Step } from '../../store/document-store.ts';
import type { Filter } from '../../store/filter.ts';
import type { PageRequest } from '../../store/page.ts';
import type { OrganizationStore } from '../organizations/organization-store.ts';
import type { ActorCache } from './actor-cache.ts';
import type { CredentialStore } from './credential-store.ts';
import { linkToken, newLink } from './link.ts';
import type { SessionStore } from './session-store.ts';
import { canManage, type User } from './user.ts';
import { placePerson, refuseRoles } from './user-membership.ts';
import type { UserInput, UserPatch } from './user-schema.ts';
import type { UserStore } from './user-store.ts';

export type UserService = ReturnType<typeof createUserService>;

export function createUserService(parts: {
  users: UserStore;
  organizations: OrganizationStore;
  credentials: CredentialStore;
  sessions: SessionStore;
  cache: ActorCache;
  clock: Clock;
  secret: string;
}) {
  const { users, organizations, credentials, sessions, cache, clock, secret } = parts;

  /** A change of somebody whom the actor keeps; what the process knew of them is forgotten. */
  async function keep(
    cmd: Command,
    id: string,
    step: Step,
    decide: (user: User) => Partial<User> | Promise<Partial<User>>,
  ): Promise<User> {
    try {
      return await users.change(cmd, cmd.actor, id, step, (user) => {
        if (!canManage(cmd.actor, user)) throw forbidden();
        return decide(user);
      });
    } finally {
      cache.forgetPerson(id);
    }
  }

  async function enter(
    cmd: Command,
    input: UserInput,
    action: string,
    { _id, ...more }: Partial<User> = {},
  ): Promise<User> {
    refuseRoles(cmd.actor, input.roles);
    const district = await placePerson(organizations, cmd.actor, input);
    const fields = { ...input, ...more, district, passwordFrom: cmd.at };
    return users.insert(cmd, fields, { action }, _id);
  }

  return {
    get: (actor: Actor, id: string) => users.get(actor, id),

    list: (actor: Actor, filter: Filter, page: PageRequest) => users.list(actor, filter, page),

    /** Enters a person without a password; `invitation` opens the link that lets them choose one. */
    invite: (cmd: Command, input: UserInput) => enter(cmd, input, 'invited'),

    /**
     * Enters a person whose password is chosen already: the demo district, an operator's script.
     * The password goes first, so that nobody is there who could not sign in.
     */
    async enterWithPassword(cmd: Command, input: UserInput, hash: string, id: string) {
      await credentials.ensurePassword(id, cmd.at, hash, cmd.at);
      return enter(cmd, input, 'entered', { _id: id, activatedAt: cmd.at });
    },

    /**
     * The open one-time link of a person; made where it is missing, so that a crash after the
     * command, or its repetition, still ends with one link. Null once a password was chosen.
     */
    async invitation(user: User): Promise<{ token: string; expiresAt: Date } | null> {
      const now = clock.now();
      await credentials.ensureLink(user._id, user.passwordFrom, newLink(secret, now), now);
      const link = (await credentials.of(user._id))?.link;
      return link ? { token: linkToken(secret, link.nonce), expiresAt: link.expiresAt } : null;
    },

    update: (cmd: Command, id: string, patch: UserPatch, ifMatch: number | undefined) =>
      keep(cmd, id, { action: 'updated', ifMatch }, async (user) => {
        const roles = patch.roles ?? user.roles;
        if (id === cmd.actor.id && user.roles.includes('admin') && !roles.includes('admin')) {
          throw conflict('own_account', 'Another administrator must take that role from you.');
        }
        refuseRoles(
          cmd.actor,
          roles.filter((role) => !user.roles.includes(role)),
        );
        const organizationId =
          'organizationId' in patch ? patch.organizationId : user.organizationId;
        const district = await placePerson(organizations, cmd.actor, {
          roles,
          organizationId,
          ...(organizationId === undefined && { district: user.district }),
        });
        return { ...(patch as Partial<User>), district };
      }),

    /** Nobody is deleted: a disabled person's sessions and tokens end, for good. */
    async disable(cmd: Command, id: string): Promise<User> {
      const user = await keep(cmd, id, { action: 'disabled' }, (found) => {
        if (id === cmd.actor.id) {
          throw conflict('own_account', 'Somebody else must disable your account.');
        }
        return found.disabledAt ? {} : { disabledAt: cmd.at, accessFrom: cmd.at };
      });
      await sessions.endAll(id);
      return user;
    },

    enable: (cmd: Command, id: string) =>
      keep(cmd, id, { action: 'enabled' }, () => ({ disabledAt: undefined })),

    /**
     * Ends the old password, every session and every token: a reset is what one asks for when
     * somebody else may know the password, and that somebody may have made tokens.
     */
    async resetPassword(cmd: Command, id: string): Promise<User> {
      if (cmd.actor.tokenScopes) throw forbidden('A token cannot reset a password.');
      const user = await keep(cmd, id, { action: 'password_reset' }, () => ({
        passwordFrom: cmd.at,
        accessFrom: cmd.at,
      }));
      await sessions.endAll(id);
      return user;
    },
  };
}
