import { keepStream, type Said } from './event-stream.ts';

/**
 * One stream for all tabs of this browser, which has six connections to a host and no more: the tab
 * that holds the lock keeps it and passes on what it hears; when it goes, another takes over.
 */
export function shareStream(personId: string, hear: (said: Said) => void): () => void {
  const name = `daqiao.events.${personId}`;
  // Away from https and localhost there are no locks: each tab has its own while it is shown.
  if (!navigator.locks) return whileShown(hear);
  const tabs = new BroadcastChannel(name);
  tabs.addEventListener('message', ({ data }) => hear(data as Said));
  const left = new AbortController();
  const keep = (missed: boolean) =>
    new Promise<void>((done) => {
      if (left.signal.aborted) return done();
      const close = keepStream((said) => {
        hear(said);
        tabs.postMessage(said);
      }, missed);
      left.signal.addEventListener('abort', () => {
        close();
        done();
      });
    });
  const lead = async () => {
    const isFirst = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await keep(false);
      return lock !== null;
    });
    if (!isFirst) await navigator.locks.request(name, { signal: left.signal }, () => keep(true));
  };
  lead().catch((error) => {
    if (!left.signal.aborted) throw error;
  });
  return () => {
    left.abort();
    tabs.close();
  };
}

function whileShown(hear: (said: Said) => void): () => void {
  let close: (() => void) | undefined;
  let missed = false;
  const follow = () => {
    if (document.hidden) {
      close?.();
      close = undefined;
      missed = true;
    } else {
      close ??= keepStream(hear, missed);
    }
  };
  follow();
  document.addEventListener('visibilitychange', follow);
  return () => {
    document.removeEventListener('visibilitychange', follow);
    close?.();
  };
}
