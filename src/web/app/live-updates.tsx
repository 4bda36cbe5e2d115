import { useThrottledCallback } from '@mantine/hooks';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { addressOf } from '../api/client.ts';
import { sessionQuery } from '../api/session.ts';
import { settings } from '../api/settings.ts';

export type Live = 'open' | 'lost';
const LiveContext = createContext<Live>('open');

/** Whether changes arrive by themselves at the moment. */
export const useLive = () => use(LiveContext);

/** Waits before connecting again after the server ended the stream, longer each time. */
const waits = [1_000, 2_000, 5_000, 10_000, 30_000];

/** After one refresh, what comes within this time waits for the next. */
const pauseMs = 2_000;

/**
 * Listens to the person's event stream and refreshes what an event is about. After a break the
 * browser resumes from the last event, and everything on the screen is read again.
 */
export function LiveUpdates({ children }: { children: ReactNode }) {
  const cache = useQueryClient();
  const [live, setLive] = useState<Live>('open');
  const refreshSoon = useThrottledCallback((_event: Event) => refresh(cache), pauseMs);

  useEffect(() => {
    let source: EventSource;
    let tries = 0;
    let timer: ReturnType<typeof setTimeout>;
    let broken = false;

    const connect = () => {
      source = new EventSource(addressOf('/events'));
      source.addEventListener('open', () => {
        tries = 0;
        setLive('open');
        if (broken) void cache.invalidateQueries();
        broken = false;
      });
      source.addEventListener('notification', refreshSoon);
      source.addEventListener('error', () => {
        broken = true;
        setLive('lost');
        if (source.readyState !== EventSource.CLOSED) return;
        // Refused: the session may have ended elsewhere, and what is shown is nobody's to see.
        void cache.invalidateQueries(sessionQuery);
        timer = setTimeout(connect, waits[Math.min(tries, waits.length - 1)]);
        tries += 1;
      });
    };
    const retryNow = () => {
      if (source.readyState !== EventSource.CLOSED) return;
      clearTimeout(timer);
      connect();
    };
    connect();
    window.addEventListener('online', retryNow);
    return () => {
      window.removeEventListener('online', retryNow);
      clearTimeout(timer);
      source.close();
    };
  }, [cache, refreshSoon]);

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
