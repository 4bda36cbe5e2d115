import { type JobsOptions, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Nudge } from '../store/document-store.ts';
import { type FollowUp, followUpName, type Job, type QueueName, queueNames } from './job.ts';

export interface AddOptions {
  /** Jobs of the same name and id wait only once. No `:` in it. */
  id: string;
  delayMs?: number;
}

export interface Queues {
  /** Queues a job; rejects while Redis is down, for callers that must know. */
  add(name: string, payload: object, options: AddOptions): Promise<void>;
  remove(name: string, id: string): Promise<void>;
  /** Queues follow-ups soon, in bulk; while Redis is down they wait for the reconciler. */
  nudge: Nudge;
  /** Queues owed follow-ups of one kind again. */
  addOwed(job: FollowUp, ids: readonly string[]): Promise<void>;
  counts(): Promise<Record<QueueName, Record<string, number>>>;
  close(): Promise<void>;
}

const gatherMs = 5;

/** Where a job of each name goes; filled once, when all features have named their jobs. */
export type JobTable = ReadonlyMap<string, Job>;

export function createQueues(options: {
  connection: Redis;
  prefix: string;
  jobs: () => JobTable;
  log: Logger;
}): Queues {
  const { connection, prefix, log } = options;
  const queues = new Map(
    queueNames.map((name) => [
      name,
      new Queue(name, { connection, prefix, skipVersionCheck: true }),
    ]),
  );
  for (const queue of queues.values()) queue.on('error', () => {});
  let gathered: { name: string; id: string; key: string }[] = [];
  let timer: NodeJS.Timeout | undefined;
  let flushing: Promise<void> = Promise.resolve();

  function find(name: string): { job: Job; queue: Queue } {
    const job = options.jobs().get(name);
    if (!job) throw new Error(`No job is called ${name}.`);
    return { job, queue: queues.get(job.queue)! };
  }

  async function addBulk(items: { name: string; id: string; key: string }[]) {
    for (const [queue, some] of groupBy(items, (item) => find(item.name).queue)) {
      await queue.addBulk(
        some.map(({ name, id, key }) => ({
          name,
          data: { id },
          opts: jobOptions(find(name).job, { id: key }),
        })),
      );
    }
  }

  function flush() {
    timer = undefined;
    const items = gathered;
    gathered = [];
    flushing = flushing
      .then(() => addBulk(items))
      .catch((error: Error) =>
        log.warn({ err: error.message, items: items.length }, 'follow-ups wait for the reconciler'),
      );
  }

  return {
    async add(name, payload, more) {
      const { job, queue } = find(name);
      await queue.add(name, job.payload.parse(payload), jobOptions(job, more));
    },
    async remove(name, id) {
      await find(name).queue.remove(`${name}-${id}`);
    },
    nudge(subject, id, topics, revision) {
      for (const topic of topics) {
        const name = followUpName(subject, topic);
        if (options.jobs().has(name)) gathered.push({ name, id, key: `${id}-${revision}` });
      }
      if (gathered.length > 0) timer ??= setTimeout(flush, gatherMs);
    },
    async addOwed(job, ids) {
      await addBulk(ids.map((id) => ({ name: job.name, id, key: `${id}-owed` })));
    },
    async counts() {
      const rows = [...queues].map(
        async ([name, queue]) =>
          [name, await queue.getJobCounts('waiting', 'active', 'delayed', 'failed')] as const,
      );
      return Object.fromEntries(await Promise.all(rows)) as Record<
        QueueName,
        Record<string, number>
      >;
    },
    async close() {
      if (timer) {
        clearTimeout(timer);
        flush();
      }
      await flushing;
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}

function groupBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** Finished jobs go at once, so that their ids are free for the next time. */
function jobOptions(job: Job, more: AddOptions): JobsOptions {
  return {
    jobId: `${job.name}-${more.id}`,
    ...(more.delayMs !== undefined && { delay: Math.max(0, Math.round(more.delayMs)) }),
    attempts: job.attempts ?? 5,
    backoff: { type: 'exponential', delay: 1000 },
    removeOnComplete: true,
    removeOnFail: true,
  };
}
