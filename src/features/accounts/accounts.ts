import type { Redis } from 'ioredis';
import type { Connection } from 'mongoose';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import type { NewId } from '../../ids.ts';
import type { Repair } from '../../jobs/reconciler.ts';
import type { OrganizationStore } from '../organizations/organization-store.ts';
import { createActorCache } from './actor-cache.ts';
import { createAuth } from './auth.ts';
import { authSecret } from './auth-secret.ts';
import { createAuthenticate } from './authenticate.ts';
import { createCredentialStore } from './credential-store.ts';
import { createFindPeople } from './find-people.ts';
import { createFirstAdmin } from './first-admin.ts';
import { createInvitationService } from './invitation-service.ts';
import { createSessionService } from './session-service.ts';
import { createSessionStore } from './session-store.ts';
import { createSignInLimits } from './sign-in-limits.ts';
import { createTokenService } from './token-service.ts';
import type { TokenStore } from './token-store.ts';
import { createUserService } from './user-service.ts';
import type { UserStore } from './user-store.ts';

/** People, how they prove who they are, and the programs that act for them. */
export async function createAccounts(parts: {
  config: Config;
  db: Connection;
  redis: Redis;
  clock: Clock;
  newId: NewId;
  users: UserStore;
  tokens: TokenStore;
  organizations: OrganizationStore;
  /** Told when somebody's access may have ended, so that what they have open can be closed. */
  accessChanged(personId: string): void;
}) {
  const { config, db, redis, clock, newId, users, organizations } = parts;
  const secret = await authSecret(config.auth.secret, config.dataDir);
  const credentials = createCredentialStore(db);
  const sessionRows = createSessionStore(db);
  await Promise.all([credentials, sessionRows].map((store) => store.model.createIndexes()));
  const auth = createAuth({
    db,
    secret,
    clock,
    newId: () => newId(clock.now()),
    sessionDays: config.auth.sessionDays,
    secureCookies: config.production,
    users,
    credentials,
  });
  const { password } = await auth.$context;
  const hashPassword = password.hash;
  const cache = createActorCache(Date.now, parts.accessChanged);
  const limits = createSignInLimits({ redis, namespace: config.namespace });
  const tokens = createTokenService({ tokens: parts.tokens, cache });
  const shared = { users, credentials, clock, cache, hashPassword };
  const people = createUserService({ ...shared, organizations, sessions: sessionRows, secret });
  const sessions = createSessionService({ ...shared, auth, sessions: sessionRows, limits });
  const upkeep: Repair = {
    name: 'expired sessions and invitations',
    async run() {
      await sessionRows.dropExpired(new Date());
      await credentials.dropExpiredLinks(clock.now());
    },
  };

  return {
    users: people,
    sessions,
    tokens,
    limits,
    hashPassword,
    invitations: createInvitationService({ ...shared, sessions }),
    authenticate: createAuthenticate({
      auth,
      users,
      tokens,
      cache,
      clock,
      publicUrl: config.publicUrl,
    }),
    firstAdmin: createFirstAdmin({ ...shared, service: people, config }),
    findPeople: createFindPeople(users),
    repairs: [upkeep],
  };
}
