import { addressOf } from '../api/client.ts';

/**
 * What the stream says: something happened (`line`); it is open, or open again after it was not and
 * something may have been missed (`back`); it broke off (`lost`), or the service does not take it.
 */
export type Said = 'line' | 'open' | 'back' | 'lost' | 'refused';

/** Waits before connecting again after the service ended the stream, longer each time. */
const waits = [1_000, 2_000, 5_000, 10_000, 30_000];
/** The service is heard every 20 seconds; a connection that fell silent, as in a sleep, is dead. */
const silenceMs = 60_000;

/** Keeps the signed-in person's stream open until it is closed. */
export function keepStream(say: (said: Said) => void, missed: boolean): () => void {
  let source: EventSource;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout>;
  let broken = missed;
  let heardAt = Date.now();

  const connect = () => {
    clearTimeout(timer);
    heardAt = Date.now();
    source = new EventSource(addressOf('/events'));
    source.addEventListener('open', () => {
      tries = 0;
      say(broken ? 'back' : 'open');
      broken = false;
    });
    source.addEventListener('beat', () => {
      heardAt = Date.now();
    });
    source.addEventListener('notification', () => say('line'));
    source.addEventListener('error', () => {
      broken = true;
      const refused = source.readyState === EventSource.CLOSED;
      say(refused ? 'refused' : 'lost');
      if (!refused) return;
      timer = setTimeout(connect, waits[Math.min(tries, waits.length - 1)]);
      tries += 1;
    });
  };
  const retryNow = () => {
    if (source.readyState === EventSource.CLOSED) connect();
  };
  const watch = setInterval(() => {
    if (source.readyState !== EventSource.OPEN || Date.now() - heardAt < silenceMs) return;
    broken = true;
    source.close();
    connect();
  }, 5_000);
  connect();
  window.addEventListener('online', retryNow);
  return () => {
    window.removeEventListener('online', retryNow);
    clearInterval(watch);
    clearTimeout(timer);
    source.close();
  };
}
