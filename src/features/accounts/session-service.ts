import { type Command, unscoped } from '../../access/actor.ts';
import type { Clock } from '../../clock.ts';
import { AppError, invalidField } from '../../errors.ts';
import type { ActorCache } from './actor-cache.ts';
import { type Auth, sessionCookie } from './auth.ts';
import { ask, sessionCookies } from './authenticate.ts';
import type { CredentialStore } from './credential-store.ts';
import { weakness } from './password.ts';
import type { PasswordInput, SignInInput } from './session-schema.ts';
import type { SessionStore } from './session-store.ts';
import type { SignInLimits } from './sign-in-limits.ts';
import { actorOf, type User } from './user.ts';
import type { UserStore } from './user-store.ts';

export type SessionService = ReturnType<typeof createSessionService>;

/** Where an attempt comes from. */
export interface Caller {
  address: string;
  userAgent: string | undefined;
}

const wrongCredentials = () =>
  new AppError(401, 'wrong_credentials', 'The email address or the password is wrong.');

export function createSessionService(parts: {
  auth: Auth;
  users: UserStore;
  credentials: CredentialStore;
  sessions: SessionStore;
  limits: SignInLimits;
  cache: ActorCache;
  clock: Clock;
}) {
  const { auth, users, credentials, sessions, limits, cache, clock } = parts;

  async function person(id: string): Promise<User> {
    return users.get(unscoped('signs in'), id);
  }

  /** Signs in, and says no more to a wrong password than to an unknown address. */
  async function signIn(input: SignInInput, caller: Caller) {
    await limits.attempt(caller.address, input.email);
    const headers = new Headers({ 'user-agent': caller.userAgent?.slice(0, 300) ?? '' });
    const found = await ask(() =>
      auth.api.signInEmail({ body: input, headers, returnHeaders: true }),
    ).catch(async (error: { statusCode?: number; body?: { code?: string } }) => {
      if (error.body?.code === 'FAILED_TO_CREATE_SESSION') {
        throw new AppError(403, 'account_closed', 'This account is not open. Ask your bureau.');
      }
      if (error.statusCode === 401 || error.statusCode === 400) throw wrongCredentials();
      await limits.forgive(caller.address, input.email);
      throw error;
    });
    await limits.succeeded(caller.address, input.email);
    const user = await activated(await person(found.response.user.id));
    return { user, cookies: sessionCookies(found.headers) };
  }

  /** The first sign-in completes what a crash after choosing the password may have left undone. */
  async function activated(user: User): Promise<User> {
    if (user.activatedAt) return user;
    const cmd = { actor: actorOf(user), at: clock.now() };
    return users.change(cmd, cmd.actor, user._id, { action: 'activated' }, () => ({
      activatedAt: cmd.at,
    }));
  }

  return {
    signIn,
    person,
    activated,

    /** Ends the session of this cookie and returns what clears it. */
    async signOut(cookie: string): Promise<string[]> {
      const headers = new Headers({ cookie: `${sessionCookie}=${cookie}` });
      const done = await ask(() => auth.api.signOut({ headers, returnHeaders: true }));
      cache.forget(cookie);
      return sessionCookies(done.headers);
    },

    /** Changes one's own password; every other session of the person ends. */
    async changePassword(cmd: Command, cookie: string, input: PasswordInput, caller: Caller) {
      const user = await person(cmd.actor.id);
      await limits.attempt(caller.address, user.email);
      const { password } = await auth.$context;
      const kept = (await credentials.of(user._id))?.password;
      if (!kept || !(await password.verify({ hash: kept, password: input.current }))) {
        throw invalidField('current', 'wrong_password', 'This is not your present password.');
      }
      await limits.succeeded(caller.address, user.email);
      refuseWeak(input.password, user);
      const hash = await password.hash(input.password);
      if (!(await credentials.changePassword(user._id, kept, hash, cmd.at))) {
        throw invalidField('current', 'wrong_password', 'It was changed just now.');
      }
      await users.change(cmd, cmd.actor, user._id, { action: 'password_changed' }, () => ({
        passwordChangedAt: cmd.at,
      }));
      await sessions.endAll(user._id, decodeURIComponent(cookie).split('.')[0]);
      cache.forgetPerson(user._id);
    },
  };
}

export function refuseWeak(password: string, person: { email: string; name: string }): void {
  const why = weakness(password, person);
  if (why) throw invalidField('password', 'weak_password', why);
}
