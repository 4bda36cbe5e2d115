import type { Request } from 'express';
import type { Redis } from 'ioredis';
import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { Actor } from './access/actor.ts';
import { type Backing, openBacking } from './backing.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { createFeatures, type Features, type Ground } from './features.ts';
import { createNewId, type NewId } from './ids.ts';
import type { Job } from './jobs/job.ts';
import { createQueues, type Queues } from './jobs/queues.ts';
import { createReconciler, type Reconciler } from './jobs/reconciler.ts';
import { jobTable, startWorkers } from './jobs/workers.ts';
import { createHealth, type Health } from './ops/health.ts';
import { createLog } from './ops/log.ts';
import { createMetrics, type Metrics } from './ops/metrics.ts';
import { connectMongo } from './store/mongo-connection.ts';
import { createWriting, type Writing } from './store/writing.ts';
import { createStores, type Stores } from './stores.ts';

/** Everything the service is made of, built once and passed in. */
export interface Context extends Features {
  config: Config;
  clock: Clock;
  log: Logger;
  newId: NewId;
  db: Connection;
  redis: Redis;
  queues: Queues;
  stores: Stores;
  reconciler: Reconciler;
  metrics: Metrics;
  health: Health;
  authenticate(req: Request): Promise<Actor | null>;
  writePast: Writing['past'];
  /** Starts what runs by itself: workers and the reconciler (roles `worker` and `all`). */
  startWork(): void;
  /** Stops in the reverse order of building. */
  close(): Promise<void>;
}

/** What tests put in place of the real thing. */
export interface Overrides extends Partial<Pick<Context, 'clock' | 'log' | 'newId'>> {
  authenticate?: Context['authenticate'];
  persons?: Ground['persons'];
  findPeople?: Ground['findPeople'];
  onLost?(what: string): void;
}

type Closers = (() => Promise<unknown>)[];

export async function createContext(config: Config, overrides: Overrides = {}): Promise<Context> {
  const closers: Closers = [];
  const close = async () => {
    while (closers.length > 0) await closers.pop()!();
  };
  try {
    return { ...(await build(config, overrides, closers)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function build(
  config: Config,
  overrides: Overrides,
  closers: Closers,
): Promise<Omit<Context, 'close'>> {
  const clock = overrides.clock ?? systemClock;
  const log = overrides.log ?? createLog({ level: config.logLevel });
  const backing = await openBacking(config, log, overrides.onLost ?? (() => {}));
  closers.push(backing.close);
  const db = await connectMongo(backing.mongoUri, log);
  closers.push(() => db.close());
  const redis = await connectRedis(backing, log);
  closers.push(async () => redis.disconnect());

  let jobs: ReadonlyMap<string, Job> = new Map();
  const { namespace: prefix } = config;
  const queues = createQueues({ connection: redis, prefix, jobs: () => jobs, log });
  closers.push(() => queues.close());
  const metrics = createMetrics({ queueDepths: queues.counts });
  const writing = createWriting({
    newId: overrides.newId ?? createNewId(),
    nudge: queues.nudge,
  });
  const { newId, nudge } = writing;
  const stores = createStores({ db, newId, nudge });
  await Promise.all(Object.values(stores).map((store) => store.model.createIndexes()));

  const features = await createFeatures({
    ...{ config, clock, log, newId, db, redis, queues, stores, closers },
    connectRedis: backing.connectRedis,
    persons: overrides.persons,
    findPeople: overrides.findPeople,
  });
  const { services, followUps, repairs } = features;
  const health = createHealth({
    probes: {
      documents: async () => db.db!.admin().ping(),
      queues: () => redis.ping(),
      ...features.probes,
    },
    optional: features.optionalProbes,
    onDown: (service, error) => log.warn({ service, err: error }, 'a backing service is down'),
  });
  jobs = jobTable<Job>([...followUps, ...features.jobs]);
  const reconciler = createReconciler({ followUps, repairs, queues, log });

  return {
    ...services,
    ...{ config, clock, log, newId, db, redis, queues, stores, reconciler, metrics, health },
    writePast: writing.past,
    authenticate: overrides.authenticate ?? services.accounts.authenticate,
    startWork() {
      const connection = backing.connectRedis({ maxRetriesPerRequest: null });
      connection.on('error', () => {});
      closers.push(async () => connection.disconnect());
      // The search server takes what waits as one task, so many may wait at once.
      const atOnce = config.meili ? { matching: 32 } : {};
      const workers = startWorkers({ connection, prefix, jobs, log, atOnce, onJob: metrics.onJob });
      closers.push(() => workers.close());
      reconciler.start(config.reconcileMs);
      connection.on('ready', () => void reconciler.run());
      closers.push(() => reconciler.close());
    },
  };
}

/** The producers' connection: a command fails at once while Redis is away, it does not wait. */
async function connectRedis(backing: Backing, log: Logger): Promise<Redis> {
  const redis = backing.connectRedis({ enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  redis.on('error', (error) => log.debug({ err: error.message }, 'redis'));
  await new Promise<void>((resolve, reject) => {
    redis.once('ready', resolve);
    setTimeout(() => reject(new Error('Redis did not answer within 10 seconds.')), 10_000).unref();
  });
  return redis;
}
