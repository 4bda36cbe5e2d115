import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type ImportAnswer, importEvents, imports } from '../../../api/imports.ts';

const waits = [1_000, 2_000, 5_000, 10_000];

export const isRunning = ({ status }: Pick<ImportAnswer, 'status'>): boolean =>
  status === 'queued' || status === 'running';

/**
 * An import as it goes: its own event stream writes what it says over what was read. A stream that
 * breaks off is opened again, sooner when the network comes back; at the end all is read once more.
 */
export function useImportProgress(id: string) {
  const cache = useQueryClient();
  const query = useQuery(imports.one(id));
  const [lost, setLost] = useState(false);
  const running = query.data !== undefined && isRunning(query.data);

  useEffect(() => {
    if (!running) return;
    let source: EventSource;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let tries = 0;
    const read = (event: MessageEvent<string>) => {
      tries = 0;
      setLost(false);
      cache.setQueryData(imports.one(id).queryKey, JSON.parse(event.data) as ImportAnswer);
    };
    const connect = () => {
      clearTimeout(timer);
      source = new EventSource(importEvents(id));
      source.addEventListener('progress', read);
      source.addEventListener('end', (event) => {
        source.close();
        read(event);
        void imports.refresh(cache);
      });
      source.addEventListener('error', () => {
        setLost(true);
        source.close();
        timer = setTimeout(connect, waits[Math.min(tries, waits.length - 1)]);
        tries += 1;
      });
    };
    const now = () => {
      source.close();
      connect();
    };
    connect();
    window.addEventListener('online', now);
    return () => {
      window.removeEventListener('online', now);
      clearTimeout(timer);
      source.close();
    };
  }, [id, running, cache]);

  return { query, lost: running && lost };
}
