import { decodeTime, encodeTime } from 'ulid';
import type { EventStream } from '../../http/event-stream.ts';
import { type Listener, type LiveEvent, recheck } from './events.ts';
import type { Notification } from './notification.ts';

/** Processes' clocks differ and a job may write late: look this far back for what was missed. */
const lookBackMs = 30_000;
const pageSize = 200;

/**
 * One person's stream: first what the inbox got since the client last listened, then what comes,
 * in whichever of the two ways it is heard of first, and once only.
 */
export function followInbox(options: {
  stream: EventStream;
  /** The id of the last line that the client has; what came before it is not sent. */
  after: string;
  since(id: string, limit: number): Promise<Notification[]>;
  present(line: Notification): LiveEvent;
  /** Whether the person may still listen; rejects when that cannot be found out now. */
  allowed(): Promise<boolean>;
  onError(error: unknown): void;
}): Listener & { tick(): Promise<void> } {
  const { stream, since, present, allowed } = options;
  const first = options.after;
  const sent = new Set<string>();
  let newest = first;
  let work: Promise<void> = Promise.resolve();

  const queue = (step: () => Promise<void>) => {
    work = work.then(step).catch(options.onError);
    return work;
  };

  function hear(event: LiveEvent) {
    if (event.id !== undefined) {
      if (sent.has(event.id)) return;
      sent.add(event.id);
      if (event.id > newest) newest = event.id;
    }
    stream.send(event);
  }

  async function readStore() {
    const back = lookBack(newest);
    for (const id of sent) if (id < back) sent.delete(id);
    let from = laterOf(back, first);
    for (let full = true; full && !stream.closed.aborted; ) {
      const lines = await since(from, pageSize);
      for (const line of lines) hear(present(line));
      from = lines.at(-1)?._id ?? from;
      full = lines.length === pageSize;
    }
  }

  async function check() {
    if (!(await allowed())) stream.end();
  }

  return {
    hear: (event: LiveEvent) =>
      void queue(async () => (event.event === recheck.event ? check() : hear(event))),
    catchUp() {
      // What was missed may be that the person signed out.
      void queue(check);
      void queue(readStore);
    },
    end: () => stream.end(),
    tick() {
      stream.beat();
      void queue(check);
      return queue(readStore);
    },
  };
}

function lookBack(id: string): string {
  return firstIdAt(new Date(Math.max(0, decodeTime(id) - lookBackMs)));
}

/** ULIDs: their order as text is their order in time. */
function laterOf(a: string, b: string): string {
  return a < b ? b : a;
}

/** The smallest id that a line made at this instant can have. */
export function firstIdAt(at: Date): string {
  return encodeTime(at.getTime(), 10) + '0'.repeat(16);
}
