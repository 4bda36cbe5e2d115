import { Center, Loader } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import type { Role } from '../../vocabulary.ts';
import {
  askSession,
  enterSession,
  type Person,
  type SessionAction,
  sessionQuery,
} from '../api/session.ts';
import { enterDrafts, ownerKey } from '../kit/drafts.ts';
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
  const id = session.data?.id;
  useEffect(() => {
    if (id !== undefined) enterDrafts(id);
  }, [id]);
  useOtherTabs(id);
  if (session.isPending) {
    return (
      <Center mih="60vh" role="status" aria-label={t.states.loading}>
        <Loader />
      </Center>
    );
  }
  // Who was signed in a moment ago still is when the service cannot be asked.
  if (session.data === undefined) {
    return (
      <Center mih="60vh" p="md">
        <FailureNote error={session.error!} onRetry={() => session.refetch()} />
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

/** Somebody came or left in another tab, whose session this one shares. */
function useOtherTabs(id: string | undefined): void {
  const cache = useQueryClient();
  useEffect(() => {
    const hear = ({ key, newValue }: StorageEvent) => {
      if (key !== ownerKey || id === undefined || newValue === id) return;
      askSession().then(
        (person) => person?.id !== id && enterSession(cache, person),
        // The next answer of the service tells.
        () => {},
      );
    };
    window.addEventListener('storage', hear);
    return () => window.removeEventListener('storage', hear);
  }, [id, cache]);
}
