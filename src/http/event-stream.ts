import type { Response } from 'express';

/** One server-sent event; `id` is what a client that comes back sends as `Last-Event-ID`. */
export interface ServerEvent {
  event: string;
  id?: string | undefined;
  data: unknown;
}

export interface EventStream {
  send(event: ServerEvent): void;
  /** Keeps proxies from closing a quiet connection, and lets the other side see a dead one. */
  beat(): void;
  end(): void;
  /** Aborted once either side has closed. */
  readonly closed: AbortSignal;
}

/** A reader this far behind is let go; it comes back and reads from the store what it missed. */
const mostBehindBytes = 1_000_000;
const comeBackMs = 2_000;

/** Turns a response into a stream of server-sent events. */
export function openEventStream(res: Response): EventStream {
  const closed = new AbortController();
  if (res.closed) closed.abort();
  res.once('close', () => closed.abort());
  res.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  res.socket?.setKeepAlive(true);
  res.flushHeaders();

  function write(text: string) {
    if (closed.signal.aborted || res.writableEnded) return;
    res.write(text);
    if (res.writableLength > mostBehindBytes) res.destroy();
  }
  write(`retry: ${comeBackMs}\n\n`);
  return {
    send({ event, id, data }) {
      const named = id === undefined ? '' : `id: ${id}\n`;
      write(`${named}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    beat: () => write('event: beat\ndata: 1\n\n'),
    end() {
      if (!res.writableEnded) res.end();
    },
    closed: closed.signal,
  };
}
