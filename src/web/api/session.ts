import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type * as z from 'zod';
import type { selfAnswer } from '../../features/accounts/session-schema.ts';
import { call } from './client.ts';
import { isProblem } from './problem.ts';

type Session = z.output<typeof selfAnswer>;
export type SessionAction = Session['actions'][number];

/** The signed-in person, and what they may do that belongs to no single document. */
export type Person = Session['user'] & Pick<Session, 'actions'>;

const personOf = ({ user, actions }: Session): Person => ({ ...user, actions });

/** Who is signed in, as the service knows it now; `null` for nobody. */
export async function askSession(signal?: AbortSignal): Promise<Person | null> {
  try {
    return personOf(await call<Session>('GET', '/session', { signal }));
  } catch (error) {
    if (isProblem(error, 401)) return null;
    throw error;
  }
}

/** Who is signed in, asked once. */
export const sessionQuery = queryOptions({
  queryKey: ['/session'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => askSession(signal),
});

export const signIn = async (body: { email: string; password: string }): Promise<Person> =>
  personOf(await call<Session>('POST', '/session', { body }));

export const signOut = () => call<void>('DELETE', '/session');

export const changePassword = (body: { current: string; password: string }) =>
  call<void>('POST', '/session/password', { body });

export const acceptInvitation = (body: {
  token: string;
  password: string;
  email?: string;
  name?: string;
}) => call<Session>('POST', '/invitations/accept', { body });

/** Somebody came or left: what the one before read is nobody else's. */
export function enterSession(cache: QueryClient, person: Person | null): void {
  cache.setQueryData(sessionQuery.queryKey, person);
  cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
}
