import { systemActor, unscoped } from '../../access/actor.ts';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import { AppError } from '../../errors.ts';
import type { CredentialStore } from './credential-store.ts';
import type { User } from './user.ts';
import type { UserService } from './user-service.ts';
import type { UserStore } from './user-store.ts';

const placeholder = 'first-administrator@setup.invalid';
const why = unscoped('looks for the first administrator');

/** The first administrator before anybody used the set-up link. */
export const isNameless = (user: User) => user.email === placeholder;

/**
 * Sees to it that somebody can begin: where no administrator ever signed in, one is made from
 * ADMIN_EMAIL and ADMIN_PASSWORD, or a one-time link is returned for the log. It may run any number
 * of times and in two processes at once: the unique email lets one person come of it.
 */
export function createFirstAdmin(parts: {
  users: UserStore;
  service: UserService;
  credentials: CredentialStore;
  clock: Clock;
  config: Pick<Config, 'admin' | 'district'>;
  hashPassword(password: string): Promise<string>;
}) {
  const { users, service, credentials, clock, config } = parts;
  const email = config.admin?.email.toLowerCase() ?? placeholder;

  async function enter(): Promise<User | null> {
    const cmd = { actor: systemActor(config.district), at: clock.now() };
    try {
      return await users.insert(
        cmd,
        {
          email,
          name: config.admin ? email.split('@')[0]! : 'administrator',
          roles: ['admin', 'bureau'],
          district: config.district,
          passwordFrom: cmd.at,
        },
        { action: 'set_up' },
      );
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'already_exists') throw error;
      return users.find(why, { email });
    }
  }

  return async function firstAdmin(): Promise<{ link: string } | null> {
    const active = await users.find(why, { roles: 'admin', activatedAt: { $exists: true } });
    if (active) return null;
    const user = await enter();
    if (!user?.roles.includes('admin') || user.disabledAt) return null;
    if (config.admin?.password === undefined) {
      const open = await service.invitation(user);
      return open && { link: open.token };
    }
    const now = clock.now();
    const hash = await parts.hashPassword(config.admin.password);
    await credentials.ensurePassword(user._id, user.passwordFrom, hash, now);
    const cmd = { actor: systemActor(config.district), at: now };
    await users.change(cmd, why, user._id, { action: 'activated' }, (found) =>
      found.activatedAt ? {} : { activatedAt: now },
    );
    return null;
  };
}
