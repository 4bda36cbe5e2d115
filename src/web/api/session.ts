import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type * as z from 'zod';
import type { selfAnswer } from '../../features/accounts/session-schema.ts';
import { call } from './client.ts';
import { isProblem } from './problem.ts';

export type Person = z.output<typeof selfAnswer>['user'];

/** Who is signed in; `null` for nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['/session'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }): Promise<Person | null> => {
    try {
      return (await call<{ user: Person }>('GET', '/session', { signal })).user;
    } catch (error) {
      if (isProblem(error, 401)) return null;
      throw error;
    }
  },
});

export const signIn = (body: { email: string; password: string }) =>
  call<{ user: Person }>('POST', '/session', { body });

export const signOut = () => call<void>('DELETE', '/session');

export const changePassword = (body: { current: string; password: string }) =>
  call<void>('POST', '/session/password', { body });

export const acceptInvitation = (body: {
  token: string;
  password: string;
  email?: string;
  name?: string;
}) => call<{ user: Person }>('POST', '/invitations/accept', { body });

/** Somebody came or left: what the one before read is nobody else's. */
export function enterSession(cache: QueryClient, person: Person | null): void {
  cache.setQueryData(sessionQuery.queryKey, person);
  cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
}
