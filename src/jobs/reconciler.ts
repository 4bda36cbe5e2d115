import type { Logger } from 'pino';
import type { FollowUp } from './job.ts';
import type { Queues } from './queues.ts';

/** Something else that a feature puts right from the store alone: due dates, stalled work. */
export interface Repair {
  name: string;
  run(signal: AbortSignal): Promise<void>;
}

export interface Reconciler {
  /** A whole pass that begins after the call; resolves when everything owed is queued. */
  run(): Promise<void>;
  start(everyMs: number): void;
  close(): Promise<void>;
}

const bulk = 500;

/**
 * Makes queues and projections follow the store: whatever a document still owes is queued again,
 * so that a lost Redis, a lost index or a crash between two steps costs time only.
 */
export function createReconciler(options: {
  followUps: readonly FollowUp[];
  repairs: readonly Repair[];
  queues: Queues;
  log: Logger;
}): Reconciler {
  const { followUps, repairs, queues, log } = options;
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  async function queueOwed(job: FollowUp) {
    let ids: string[] = [];
    for await (const { _id } of job.follows.owing()) {
      if (stop.signal.aborted) return;
      ids.push(_id);
      if (ids.length === bulk) {
        await queues.addOwed(job, ids);
        ids = [];
      }
    }
    if (ids.length > 0) await queues.addOwed(job, ids);
  }

  async function attempt(name: string, work: () => Promise<void>) {
    if (stop.signal.aborted) return;
    try {
      await work();
    } catch (error) {
      log.warn({ err: (error as Error).message, what: name }, 'reconciler');
    }
  }

  async function pass() {
    for (const job of followUps) await attempt(job.name, () => queueOwed(job));
    for (const repair of repairs) await attempt(repair.name, () => repair.run(stop.signal));
  }

  /** A pass under way may have met what was down a moment ago: who asks now gets the one after. */
  function run(): Promise<void> {
    if (running) {
      next ??= running.then(() => {
        next = undefined;
        return run();
      });
      return next;
    }
    running = pass().finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    run,
    start(everyMs) {
      void run();
      timer = setInterval(run, everyMs);
      timer.unref();
    },
    async close() {
      stop.abort();
      clearInterval(timer);
      await (next ?? running);
    },
  };
}
