import { mongodbAdapter } from 'better-auth/adapters/mongodb';
import { betterAuth } from 'better-auth/minimal';
import type { Connection } from 'mongoose';
import { unscoped } from '../../access/actor.ts';
import type { Clock } from '../../clock.ts';
import type { CredentialStore } from './credential-store.ts';
import { passwordLength } from './password.ts';
import type { UserStore } from './user-store.ts';

/** Names of the collections that better-auth reads and writes beside us. */
export const authCollections = {
  user: 'users',
  account: 'credentials',
  session: 'sessions',
  verification: 'verifications',
} as const;

export const sessionCookie = 'daqiao.session';

export type Auth = ReturnType<typeof createAuth>;

/**
 * Passwords and sessions by better-auth, used as a library: its own HTTP handler is not mounted,
 * people are entered by the bureau and never by themselves, ids are ours, and transactions are off
 * because no command of ours needs one (docs/adr).
 */
export function createAuth(options: {
  db: Connection;
  secret: string;
  newId: () => string;
  sessionDays: number;
  secureCookies: boolean;
  clock: Clock;
  users: UserStore;
  credentials: CredentialStore;
}) {
  const { db, secret, newId, sessionDays, secureCookies, clock, users, credentials } = options;

  /** Asked when the password was right: is the account open, and the password still the one? */
  async function maySignIn(id: string): Promise<boolean> {
    const user = await users.find(unscoped('signs in'), { _id: id });
    const { passwordAt } = (await credentials.of(id)) ?? {};
    return Boolean(user && !user.disabledAt && passwordAt && passwordAt >= user.passwordFrom);
  }

  return betterAuth({
    database: mongodbAdapter(db.db!, { transaction: false }),
    secret,
    baseURL: 'http://localhost',
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    user: { modelName: authCollections.user },
    account: { modelName: authCollections.account },
    verification: { modelName: authCollections.verification },
    session: {
      modelName: authCollections.session,
      expiresIn: sessionDays * 24 * 60 * 60,
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      maxPasswordLength: passwordLength.max,
    },
    advanced: {
      database: { generateId: newId },
      ipAddress: { disableIpTracking: true },
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: sessionCookie,
          attributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: secureCookies },
        },
      },
    },
    databaseHooks: {
      session: {
        create: {
          async before(session) {
            if (!(await maySignIn(session.userId))) return false;
            return { data: { ...session, createdAt: clock.now() } };
          },
        },
      },
    },
  });
}
