import { Center, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import type { Role } from '../../vocabulary.ts';
import { type Person, type SessionAction, sessionQuery } from '../api/session.ts';
import { FailureNote } from '../kit/failure-note.tsx';
import { useText } from '../texts/use-text.tsx';

const PersonContext = createContext<Person | null>(null);

/** Who is signed in; only below `SignedIn`. */
export function usePerson(): Person & {
  is(...roles: Role[]): boolean;
  /** Whether the service would take this, as far as it belongs to no single document. */
  may(action: SessionAction): boolean;
} {
  const person = use(PersonContext);
  if (!person) throw new Error('Nobody is signed in here.');
  return {
    ...person,
    is: (...roles) => roles.some((role) => person.roles.includes(role)),
    may: (action) => person.actions.includes(action),
  };
}

/** Shows its pages to people who are signed in, and the way in to everybody else. */
export function SignedIn() {
  const { t } = useText();
  const session = useQuery(sessionQuery);
  const { pathname, search } = useLocation();
  if (session.isPending) {
    return (
      <Center mih="60vh" role="status" aria-label={t.states.loading}>
        <Loader />
      </Center>
    );
  }
  if (session.isError) {
    return (
      <Center mih="60vh" p="md">
        <FailureNote error={session.error} onRetry={() => session.refetch()} />
      </Center>
    );
  }
  if (!session.data) {
    const next = pathname + search;
    return (
      <Navigate
        to={next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`}
        replace
      />
    );
  }
  return (
    <PersonContext value={session.data} key={session.data.id}>
      <Outlet />
    </PersonContext>
  );
}
