import type { Request } from 'express';
import type { Redis } from 'ioredis';
import mongoose, { type Connection } from 'mongoose';
import type { Logger } from 'pino';
import { type Actor, unscoped } from './access/actor.ts';
import { type Backing, openBacking } from './backing.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { type Accounts, createAccounts } from './features/accounts/accounts.ts';
import { createTokenStore } from './features/accounts/token-store.ts';
import { createUserStore } from './features/accounts/user-store.ts';
import { type AuditService, createAuditService } from './features/audit/audit-service.ts';
import type { AssignmentService } from './features/brokers/assignment-service.ts';
import { createAssignmentStore } from './features/brokers/assignment-store.ts';
import type { FindPersons } from './features/brokers/broker-people.ts';
import type { BrokerService } from './features/brokers/broker-service.ts';
import { createBrokerStore } from './features/brokers/broker-store.ts';
import { createBrokerage } from './features/brokers/brokerage.ts';
import {
  type CapabilityService,
  createCapabilityService,
} from './features/capabilities/capability-service.ts';
import { createCapabilityStore } from './features/capabilities/capability-store.ts';
import { createFileContent, type FileContent } from './features/files/file-content.ts';
import { createFileService, type FileService } from './features/files/file-service.ts';
import { createFileStore } from './features/files/file-store.ts';
import { fileSweep } from './features/files/file-sweep.ts';
import type { ImportService } from './features/imports/import-service.ts';
import { createImportStore } from './features/imports/import-store.ts';
import { openImports } from './features/imports/open-imports.ts';
import { createNeedAdvice } from './features/needs/need-advice.ts';
import { createNeedService, type NeedService } from './features/needs/need-service.ts';
import { createNeedStore } from './features/needs/need-store.ts';
import type { Events } from './features/notifications/events.ts';
import { openInboxes } from './features/notifications/inboxes.ts';
import type { FindPeople } from './features/notifications/notification.ts';
import type { NotificationService } from './features/notifications/notification-service.ts';
import {
  createOrganizationNames,
  type OrganizationNames,
} from './features/organizations/organization-names.ts';
import {
  createOrganizationService,
  type OrganizationService,
} from './features/organizations/organization-service.ts';
import { createOrganizationStore } from './features/organizations/organization-store.ts';
import {
  createSettingsService,
  type SettingsService,
} from './features/settings/settings-service.ts';
import { createSettingsStore } from './features/settings/settings-store.ts';
import { createNewId, type NewId } from './ids.ts';
import type { FollowUp, Job } from './jobs/job.ts';
import { createQueues, type Queues } from './jobs/queues.ts';
import { createReconciler, type Reconciler, type Repair } from './jobs/reconciler.ts';
import { jobTable, startWorkers } from './jobs/workers.ts';
import { createHealth, type Health } from './ops/health.ts';
import { createLog } from './ops/log.ts';
import { createMetrics, type Metrics } from './ops/metrics.ts';
import { createAuditStore } from './store/audit.ts';
import type { StoreKit } from './store/store-kit.ts';

/** Everything the service is made of, built once and passed in. */
export interface Context {
  config: Config;
  clock: Clock;
  log: Logger;
  newId: NewId;
  db: Connection;
  redis: Redis;
  queues: Queues;
  reconciler: Reconciler;
  stores: ReturnType<typeof createStores>;
  accounts: Accounts;
  audit: AuditService;
  settings: SettingsService;
  organizations: OrganizationService;
  organizationNames: OrganizationNames;
  needs: NeedService;
  capabilities: CapabilityService;
  notifications: NotificationService;
  /** Live events of `GET /events`, between processes. */
  events: Events;
  metrics: Metrics;
  health: Health;
  brokers: BrokerService;
  assignments: AssignmentService;
  files: FileService;
  fileContent: FileContent;
  imports: ImportService;
  authenticate(req: Request): Promise<Actor | null>;
  /** Starts what runs by itself: workers and the reconciler (roles `worker` and `all`). */
  startWork(): void;
  /** Stops in the reverse order of building. */
  close(): Promise<void>;
}

/** What tests put in place of the real thing. */
export interface Overrides {
  clock?: Clock;
  log?: Logger;
  newId?: NewId;
  authenticate?: Context['authenticate'];
  persons?: FindPersons;
  findPeople?: FindPeople;
  onLost?(what: string): void;
}

function createStores(kit: StoreKit) {
  return {
    users: createUserStore(kit),
    tokens: createTokenStore(kit),
    settings: createSettingsStore(kit),
    organizations: createOrganizationStore(kit),
    needs: createNeedStore(kit),
    capabilities: createCapabilityStore(kit),
    brokers: createBrokerStore(kit),
    assignments: createAssignmentStore(kit),
    files: createFileStore(kit),
    imports: createImportStore(kit),
  };
}

export async function createContext(config: Config, overrides: Overrides = {}): Promise<Context> {
  const closers: (() => Promise<unknown>)[] = [];
  const close = async () => {
    while (closers.length > 0) await closers.pop()!();
  };
  try {
    return await build(config, overrides, closers, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function build(
  config: Config,
  overrides: Overrides,
  closers: (() => Promise<unknown>)[],
  close: () => Promise<void>,
): Promise<Context> {
  const clock = overrides.clock ?? systemClock;
  const log = overrides.log ?? createLog({ level: config.logLevel });
  const newId = overrides.newId ?? createNewId();
  const backing = await openBacking(config, log, overrides.onLost ?? (() => {}));
  closers.push(backing.close);
  const db = await connectMongo(backing);
  closers.push(() => db.close());
  const redis = await connectRedis(backing, log);
  closers.push(async () => redis.disconnect());

  let jobs: ReadonlyMap<string, Job> = new Map();
  const queues = createQueues({
    connection: redis,
    prefix: config.namespace,
    jobs: () => jobs,
    log,
  });
  closers.push(() => queues.close());
  const metrics = createMetrics({ queueDepths: queues.counts });
  const health = createHealth({
    probes: { documents: async () => db.db!.admin().ping(), queues: () => redis.ping() },
    onDown: (service, error) => log.warn({ service, err: error }, 'a backing service is down'),
  });
  const stores = createStores({ db, newId, nudge: queues.nudge });
  await Promise.all(Object.values(stores).map((store) => store.model.createIndexes()));
  const auditStore = await createAuditStore(db, Object.values(stores));

  const accounts = await createAccounts({ config, db, redis, clock, newId, ...stores });
  const settings = createSettingsService({ settings: stores.settings });
  const organizations = createOrganizationService({ organizations: stores.organizations });
  const organizationNames = createOrganizationNames(stores.organizations);
  const needs = createNeedService({
    needs: stores.needs,
    organizations: stores.organizations,
    settings,
    advice: createNeedAdvice({ needs: stores.needs }),
  });
  const capabilities = createCapabilityService({
    capabilities: stores.capabilities,
    organizations: stores.organizations,
  });
  const fileContent = createFileContent(db);
  const files = createFileService({ files: stores.files, content: fileContent, newId });
  const importing = await openImports({
    stores,
    needs,
    capabilities,
    organizations,
    content: fileContent,
    queues,
    clock,
  });

  const inboxes = await openInboxes({
    db,
    newId,
    queues,
    clock,
    log,
    redis,
    connect: () => backing.connectRedis({ maxRetriesPerRequest: null, autoResubscribe: false }),
    namespace: config.namespace,
    findPeople: overrides.findPeople ?? accounts.findPeople,
  });
  closers.push(() => inboxes.events.close());
  const { notifications, events } = inboxes;

  const brokerage = createBrokerage({
    clock,
    queues,
    stores,
    settings,
    needs,
    notifications,
    persons:
      overrides.persons ??
      ((ids) => stores.users.getMany(unscoped('a broker is a person with an account'), ids)),
  });

  const followUps: FollowUp[] = [...brokerage.followUps];
  const repairs: Repair[] = [
    { name: 'audit', run: auditStore.copy },
    ...accounts.repairs,
    inboxes.repair,
    ...brokerage.repairs,
    fileSweep({
      files: stores.files,
      content: fileContent,
      clock,
      isOwned: stores.imports.ownsFile,
    }),
    importing.repair,
  ];
  jobs = jobTable<Job>([...followUps, ...brokerage.jobs, ...inboxes.jobs, importing.job]);
  const reconciler = createReconciler({ followUps, repairs, queues, log });

  return {
    config,
    clock,
    log,
    newId,
    db,
    redis,
    queues,
    reconciler,
    metrics,
    health,
    stores,
    accounts,
    audit: createAuditService({ audit: auditStore }),
    settings,
    organizations,
    organizationNames,
    needs,
    capabilities,
    notifications,
    events,
    authenticate: overrides.authenticate ?? accounts.authenticate,
    brokers: brokerage.brokers,
    assignments: brokerage.assignments,
    files,
    fileContent,
    imports: importing.imports,
    authenticate: overrides.authenticate ?? (async () => null),
    startWork() {
      const connection = backing.connectRedis({ maxRetriesPerRequest: null });
      connection.on('error', () => {});
      closers.push(async () => connection.disconnect());
      const workers = startWorkers({
        connection,
        prefix: config.namespace,
        jobs,
        log,
        onJob: metrics.onJob,
      });
      closers.push(() => workers.close());
      reconciler.start(config.reconcileMs);
      connection.on('ready', () => void reconciler.run());
      closers.push(() => reconciler.close());
    },
    close,
  };
}

async function connectMongo(backing: Backing): Promise<Connection> {
  const db = mongoose.createConnection(backing.mongoUri, {
    bufferCommands: false,
    autoCreate: false,
    serverSelectionTimeoutMS: 3_000,
    maxPoolSize: 20,
  });
  return db.asPromise();
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
