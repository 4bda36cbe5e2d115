import type { Redis, RedisOptions } from 'ioredis';
import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import { unscoped } from './access/actor.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { createAccounts } from './features/accounts/accounts.ts';
import { createAgendaService } from './features/agenda/agenda-service.ts';
import { openContracts } from './features/agreements/contracts.ts';
import { createAuditService } from './features/audit/audit-service.ts';
import type { FindPersons } from './features/brokers/broker-people.ts';
import { createBrokerage } from './features/brokers/brokerage.ts';
import { createCapabilityService } from './features/capabilities/capability-service.ts';
import { engagementReader } from './features/engagements/engagement-reading.ts';
import { createEngagements } from './features/engagements/engagements.ts';
import { createFileContent } from './features/files/file-content.ts';
import { createFileService } from './features/files/file-service.ts';
import { fileSweep } from './features/files/file-sweep.ts';
import { openImports } from './features/imports/open-imports.ts';
import { createMatching } from './features/matching/matching-feature.ts';
import { createAdviceService } from './features/needs/advice-service.ts';
import { createNeedAdvice } from './features/needs/need-advice.ts';
import { needFollowUps, needValidity } from './features/needs/need-jobs.ts';
import { createNeedService } from './features/needs/need-service.ts';
import { createEvents } from './features/notifications/events.ts';
import { openInboxes } from './features/notifications/inboxes.ts';
import { createNoticeTitles } from './features/notifications/notice-titles.ts';
import type { FindPeople } from './features/notifications/notification.ts';
import { createOrganizationNames } from './features/organizations/organization-names.ts';
import { createOrganizationService } from './features/organizations/organization-service.ts';
import { openReports } from './features/reports/open-reports.ts';
import { createSettingsService } from './features/settings/settings-service.ts';
import type { NewId } from './ids.ts';
import type { FollowUp, Job } from './jobs/job.ts';
import type { Queues } from './jobs/queues.ts';
import type { Repair } from './jobs/reconciler.ts';
import { createAuditStore } from './store/audit.ts';
import type { Stores } from './stores.ts';

/** What the features stand on. */
export interface Ground {
  config: Config;
  clock: Clock;
  log: Logger;
  newId: NewId;
  db: Connection;
  redis: Redis;
  connectRedis(options: RedisOptions): Redis;
  queues: Queues;
  stores: Stores;
  /** To be called in the reverse order when the service closes. */
  closers: (() => Promise<unknown>)[];
  persons?: FindPersons | undefined;
  findPeople?: FindPeople | undefined;
}

/** Jobs, follow-ups and repairs that a feature brings. */
interface Work {
  jobs?: readonly Job[];
  followUps?: readonly FollowUp[];
  repairs?: readonly Repair[];
}

export type Features = Awaited<ReturnType<typeof createFeatures>>['services'];

/** Every feature, each built from the ones before it; the order is the order of dependence. */
export async function createFeatures(ground: Ground) {
  const { config, clock, log, newId, db, redis, connectRedis, queues, stores, closers } = ground;
  const auditStore = await createAuditStore(db, Object.values(stores));
  const events = createEvents({
    publisher: redis,
    connect: () => connectRedis({ maxRetriesPerRequest: null, autoResubscribe: false }),
    channel: `${config.namespace}:events`,
    log,
  });
  closers.push(() => events.close());
  const accounts = await createAccounts({
    ...{ config, db, redis, clock, newId, ...stores },
    accessChanged: (id) => void events.recheck(id),
  });
  const settings = createSettingsService({ settings: stores.settings });
  const organizations = createOrganizationService({ organizations: stores.organizations });
  const organizationNames = createOrganizationNames(stores.organizations);
  const brokerNames = createOrganizationNames(stores.brokers);
  const inboxes = await openInboxes({
    ...{ db, newId, queues, clock, log, events },
    findPeople: ground.findPeople ?? accounts.findPeople,
  });
  const { notifications } = inboxes;

  const needAdvice = createNeedAdvice({ needs: stores.needs });
  const needs = createNeedService({
    ...{ needs: stores.needs, organizations: stores.organizations, settings },
    advice: needAdvice,
  });
  const capabilities = createCapabilityService(stores);
  const fileContent = createFileContent(db);
  const files = createFileService({ files: stores.files, content: fileContent, newId });
  const matching = await createMatching({
    ...{ ...stores, config, db, queues, clock, organizationNames, settings },
  });
  closers.push(matching.close);
  const brokerage = createBrokerage({
    ...{ clock, queues, stores, settings, needs, notifications },
    persons:
      ground.persons ??
      ((ids) => stores.users.getMany(unscoped('a broker is a person with an account'), ids)),
  });
  const engaging = createEngagements({
    ...{ ...stores, needService: needs, settings, notifications, queues, newId, clock },
    checkFiles: files.check,
    attachFiles: files.attach,
    leadOf: brokerage.leadOf,
  });

  const readEngagements = engagementReader({ stores, organizationNames, brokerNames, clock });

  const contracts = openContracts({
    ...{ ...stores, settings, notifications, files, clock, newId },
    engagements: engaging.engagements,
    engagementStore: stores.engagements,
  });
  const importing = await openImports({
    ...{ stores, needs, capabilities, organizations, notifications, queues, clock },
    agreements: contracts.agreements,
    brokers: brokerage.brokers,
    content: fileContent,
  });
  const reporting = await openReports({
    ...{ ...stores, organizationNames, newId, clock },
    promising: matching.promising,
  });

  const needWork = { needs: stores.needs, service: needs, notifications, clock };
  const work: Work[] = [
    { repairs: [{ name: 'audit', run: auditStore.copy }, oldRequests(stores, clock)] },
    accounts,
    { jobs: inboxes.jobs, repairs: [inboxes.repair] },
    {
      repairs: [
        fileSweep({
          ...{ files: stores.files, content: fileContent, clock },
          isOwned: stores.imports.ownsFile,
        }),
      ],
    },
    importing,
    matching,
    { followUps: needFollowUps(needWork), repairs: [needValidity(needWork)] },
    brokerage,
    { ...engaging, repairs: [engaging.repair] },
    contracts,
    reporting,
  ];

  return {
    services: {
      accounts,
      audit: createAuditService({ audit: auditStore }),
      settings,
      organizations,
      organizationNames,
      brokerNames,
      needs,
      adviseOnNeed: createAdviceService({
        ...{ ...stores, redis, namespace: config.namespace },
        ...{ advice: needAdvice, matches: matching.matches },
      }),
      capabilities,
      files,
      fileContent,
      imports: importing.imports,
      matches: matching.matches,
      rankers: matching.rankers,
      search: matching.search,
      matchIndexer: matching.indexer,
      brokers: brokerage.brokers,
      assignments: brokerage.assignments,
      engagements: engaging.engagements,
      agreements: contracts.agreements,
      agenda: createAgendaService({
        ...{ ...stores, settings, clock },
        present: readEngagements.presentAll,
      }),
      reports: reporting.service,
      glances: reporting.glances,
      funnels: reporting.funnels,
      brokerTables: reporting.brokerTables,
      reportNaming: reporting.naming,
      notifications,
      noticeTitles: createNoticeTitles({ ...stores, present: readEngagements.presentMany }),
      /** Live events of `GET /events`, between processes. */
      events,
    },
    /** Services behind features, for `/readyz`. */
    probes: { search: matching.probe },
    /** Those whose absence leaves the service useful. */
    optionalProbes: { ...matching.optionalProbes },
    jobs: work.flatMap((one) => one.jobs ?? []),
    followUps: work.flatMap((one) => one.followUps ?? []),
    repairs: work.flatMap((one) => one.repairs ?? []),
  };
}

/** Idempotency-Keys live in the documents that they changed; a day later they go. */
function oldRequests(stores: Stores, clock: Clock): Repair {
  return {
    name: 'old requests',
    async run() {
      for (const { memory } of Object.values(stores)) await memory.forget(clock.now());
    },
  };
}
