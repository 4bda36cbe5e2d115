import { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { QueueName } from './job.ts';
import { queueNames } from './job.ts';
import type { JobTable } from './queues.ts';

export interface Workers {
  close(): Promise<void>;
}

/** How many jobs of one queue run at a time in one process. */
const concurrency: Record<QueueName, number> = {
  matching: 2,
  // An embedding server on a plain machine is busy with one batch.
  meaning: 1,
  assignment: 1,
  engagements: 4,
  agreements: 4,
  imports: 1,
  notifications: 8,
};

/** Runs the jobs: payloads parsed, failures logged with ids only, stopped after the work at hand. */
export function startWorkers(options: {
  connection: Redis;
  prefix: string;
  jobs: JobTable;
  log: Logger;
  /** Other numbers of jobs at a time, for queues that mostly wait for a server. */
  atOnce?: Partial<Record<QueueName, number>>;
  onJob?(name: string, outcome: 'done' | 'failed', seconds: number): void;
}): Workers {
  const stop = new AbortController();
  const workers = queueNames.map((name) => {
    const worker = new Worker(
      name,
      async (task) => {
        const started = performance.now();
        const job = options.jobs.get(task.name);
        if (!job) throw new Error(`No job is called ${task.name}.`);
        const log = options.log.child({ job: task.name, jobId: task.id });
        const note = (outcome: 'done' | 'failed') =>
          options.onJob?.(task.name, outcome, (performance.now() - started) / 1000);
        try {
          await job.handle(job.payload.parse(task.data), { log, signal: stop.signal });
          note('done');
        } catch (error) {
          note('failed');
          log.error({ err: error, attempt: task.attemptsMade + 1 }, 'job failed');
          throw error;
        }
      },
      {
        connection: options.connection,
        prefix: options.prefix,
        concurrency: options.atOnce?.[name] ?? concurrency[name],
        // After an outage the queues are read again at once, not after BullMQ's fifteen seconds.
        runRetryDelay: 500,
        autorun: true,
      },
    );
    worker.on('error', (error) => options.log.warn({ err: error.message, queue: name }, 'worker'));
    return worker;
  });
  return {
    async close() {
      stop.abort();
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

/** Refuses a job that two features call by one name. */
export function jobTable<J extends { name: string }>(jobs: readonly J[]): ReadonlyMap<string, J> {
  const table = new Map<string, J>();
  for (const one of jobs) {
    if (table.has(one.name)) throw new Error(`Two jobs are called ${one.name}.`);
    if (/:/.test(one.name)) throw new Error(`A job's name holds no colon: ${one.name}.`);
    table.set(one.name, one);
  }
  return table;
}
