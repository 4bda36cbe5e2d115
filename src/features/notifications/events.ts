import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import * as z from 'zod';

const message = z.object({
  to: z.array(z.string()),
  event: z.object({ event: z.string(), id: z.string().optional(), data: z.unknown() }),
});

/** What crosses Redis; `recheck` asks a person's streams whether they may still listen. */
export type LiveEvent = z.infer<typeof message>['event'];
export const recheck: LiveEvent = { event: 'recheck', data: null };

export interface Listener {
  hear(event: LiveEvent): void;
  /** Something may have been missed: Redis was away. */
  catchUp(): void;
  end(): void;
}

export type Events = ReturnType<typeof createEvents>;

/** Streams of one person in one process; a browser opens at most six at a time. */
const streamsPerPerson = 10;

/**
 * Carries live events between processes over Redis pub/sub. It is the fast way only: what counts
 * is in the store, and listeners read it again whenever Redis was away.
 */
export function createEvents(options: {
  publisher: Redis;
  /** A connection for listening only; made when the first stream opens. */
  connect(): Redis;
  channel: string;
  log: Logger;
}) {
  const { publisher, channel, log } = options;
  const listeners = new Map<string, Set<Listener>>();
  let subscriber: Redis | undefined;
  let closed = false;
  const everyone = () => [...listeners.values()].flatMap((some) => [...some]);

  function subscribe() {
    if (subscriber) return;
    const connection = options.connect();
    subscriber = connection;
    connection.on('error', (error) => log.debug({ err: error.message }, 'events'));
    connection.on('message', (_channel, text) => hear(text));
    connection.on('ready', () => {
      connection
        .subscribe(channel)
        .then(() => {
          for (const listener of everyone()) listener.catchUp();
        })
        .catch((error: Error) => log.debug({ err: error.message }, 'events'));
    });
  }

  function hear(text: string) {
    const { data, success } = message.safeParse(JSON.parse(text));
    if (!success) return;
    const { to, event } = data;
    for (const userId of to) {
      for (const listener of listeners.get(userId) ?? []) listener.hear(event);
    }
  }

  return {
    /** Tells these people's streams, in whichever process; silently lost while Redis is down. */
    async publish(to: readonly string[], event: LiveEvent): Promise<void> {
      if (to.length === 0) return;
      try {
        await publisher.publish(channel, JSON.stringify({ to, event }));
      } catch (error) {
        log.debug({ err: (error as Error).message }, 'a live event was not published');
      }
    },

    /** Call when somebody signed out or was disabled: streams that may not go on end at once. */
    recheck(userId: string): Promise<void> {
      return this.publish([userId], recheck);
    },

    /** Adds a listener and answers how to take it away, or why there can be no other. */
    listen(userId: string, listener: Listener): (() => void) | 'closing' | 'too_many' {
      const some = listeners.get(userId) ?? new Set();
      if (closed) return 'closing';
      if (some.size >= streamsPerPerson) return 'too_many';
      subscribe();
      listeners.set(userId, some.add(listener));
      return () => {
        some.delete(listener);
        if (some.size === 0) listeners.delete(userId);
      };
    },

    /** Ends every stream and takes no more, so that the HTTP server can close. */
    endAll(): void {
      closed = true;
      for (const listener of everyone()) listener.end();
    },

    async close(): Promise<void> {
      this.endAll();
      subscriber?.disconnect();
    },
  };
}
