import type { Request } from 'express';
import { type Actor, unscoped } from '../../access/actor.ts';
import type { Clock } from '../../clock.ts';
import type { ActorCache, Known } from './actor-cache.ts';
import { type Auth, sessionCookie } from './auth.ts';
import { refuseForeignOrigin } from './origin.ts';
import type { TokenService } from './token-service.ts';
import { actorOf, type User } from './user.ts';
import type { UserStore } from './user-store.ts';

/** Finds out who asks: a program by its Bearer token, or a person by the session cookie. */
export function createAuthenticate(parts: {
  auth: Auth;
  users: UserStore;
  tokens: TokenService;
  cache: ActorCache;
  clock: Clock;
  publicUrl: string | undefined;
}) {
  const { auth, users, tokens, cache, clock, publicUrl } = parts;

  /** The person as they are now, if what they show was given after their access last ended. */
  async function present(id: string, givenAt: Date): Promise<User | null> {
    const user = await users.find(unscoped('finds out who is asking'), { _id: id });
    if (!user || user.disabledAt) return null;
    return user.accessFrom && givenAt < user.accessFrom ? null : user;
  }

  async function byToken(secret: string): Promise<Known | null> {
    const token = await tokens.find(secret, clock.now());
    const user = token && (await present(token.userId, token.createdAt));
    if (!token || !user) return null;
    return {
      actor: { ...actorOf(user), tokenScopes: token.scopes },
      expiresAt: token.expiresAt,
    };
  }

  async function byCookie(cookie: string, req: Request): Promise<Known | null> {
    const headers = new Headers({ cookie: `${sessionCookie}=${cookie}` });
    const found = await ask(() => auth.api.getSession({ headers, returnHeaders: true }));
    const session = found.response?.session;
    const user = session && (await present(session.userId, session.createdAt));
    if (!session || !user) return null;
    for (const line of sessionCookies(found.headers)) req.res?.append('Set-Cookie', line);
    return { actor: actorOf(user), expiresAt: session.expiresAt };
  }

  return async function authenticate(req: Request): Promise<Actor | null> {
    const secret = /^Bearer +(\S{1,200})$/i.exec(req.headers.authorization ?? '')?.[1];
    if (secret !== undefined) return cache.get(secret, () => byToken(secret));
    const cookie = cookieOf(req.headers.cookie);
    if (cookie === undefined) return null;
    refuseForeignOrigin(req, publicUrl);
    return cache.get(cookie, () => byCookie(cookie, req));
  };
}

/** The session's own value among a request's cookies. */
export function cookieOf(header: string | undefined): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === sessionCookie) {
      return pair.slice(at + 1).trim() || undefined;
    }
  }
}

/** Of the cookies that better-auth sets or clears, the one that we use. */
export const sessionCookies = (headers: Headers): string[] =>
  headers.getSetCookie().filter((line) => line.startsWith(`${sessionCookie}=`));

/** better-auth wraps what went wrong underneath; a store that is down must be seen as that. */
export async function ask<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const { statusCode, cause } = error as { statusCode?: number; cause?: unknown };
    throw statusCode === 500 && cause instanceof Error ? cause : error;
  }
}
