import { useThrottledCallback } from '@mantine/hooks';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { sessionQuery } from '../api/session.ts';
import { settings } from '../api/settings.ts';
import type { Said } from './event-stream.ts';
import { shareStream } from './shared-stream.ts';
import { usePerson } from './signed-in.tsx';

export type Live = 'open' | 'lost';
const LiveContext = createContext<Live>('open');

/** Whether changes arrive by themselves at the moment. */
export const useLive = () => use(LiveContext);

/** After one refresh, what comes within this time waits for the next. */
const pauseMs = 2_000;

/** Listens to the person's event stream. After a break everything on the screen is read again. */
export function LiveUpdates({ children }: { children: ReactNode }) {
  const cache = useQueryClient();
  const { id } = usePerson();
  const [live, setLive] = useState<Live>('open');
  const refreshSoon = useThrottledCallback(() => refresh(cache), pauseMs);

  useEffect(() => {
    const hear = (said: Said) => {
      if (said === 'line') return refreshSoon();
      setLive(said === 'open' || said === 'back' ? 'open' : 'lost');
      if (said === 'back') void cache.invalidateQueries();
      // The session may have ended elsewhere, and what is shown is nobody's to see.
      if (said === 'refused') void cache.invalidateQueries(sessionQuery);
    };
    return shareStream(id, hear);
  }, [cache, id, refreshSoon]);

  return <LiveContext value={live}>{children}</LiveContext>;
}

/** What no notice tells of. */
const untold: ReadonlySet<unknown> = new Set([sessionQuery.queryKey[0], settings.path]);

/**
 * A notice about one thing may change lists of others too: an accepted proposal moves its need. A
 * page that nobody looks at is read again when somebody does.
 */
function refresh(cache: QueryClient) {
  void cache.invalidateQueries({
    predicate: ({ queryKey: [path] }) => !untold.has(path),
    refetchType: document.hidden ? 'none' : 'active',
  });
}
