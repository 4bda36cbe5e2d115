import type { Clock } from '../../clock.ts';
import type { Queues } from '../../jobs/queues.ts';
import type { UserStore } from '../accounts/user-store.ts';
import type { AgreementService } from '../agreements/agreement-service.ts';
import type { AgreementStore } from '../agreements/agreement-store.ts';
import type { BrokerService } from '../brokers/broker-service.ts';
import type { BrokerStore } from '../brokers/broker-store.ts';
import type { CapabilityService } from '../capabilities/capability-service.ts';
import type { CapabilityStore } from '../capabilities/capability-store.ts';
import type { FileContent } from '../files/file-content.ts';
import type { NeedService } from '../needs/need-service.ts';
import type { NeedStore } from '../needs/need-store.ts';
import type { NotificationService } from '../notifications/notification-service.ts';
import type { OrganizationService } from '../organizations/organization-service.ts';
import type { OrganizationStore } from '../organizations/organization-store.ts';
import { agreementImporter } from './agreement-importer.ts';
import { brokerImporter } from './broker-importer.ts';
import { capabilityImporter } from './capability-importer.ts';
import { importJob } from './import-job.ts';
import { importNotice } from './import-notice.ts';
import { importRepair } from './import-repair.ts';
import { createImportService, type Importers } from './import-service.ts';
import type { ImportStore } from './import-store.ts';
import { needImporter } from './need-importer.ts';
import { organizationImporter } from './organization-importer.ts';

/** Puts the parts of this feature together; one importer for each kind. */
export async function openImports(parts: {
  stores: {
    imports: ImportStore;
    needs: NeedStore;
    capabilities: CapabilityStore;
    organizations: OrganizationStore;
    agreements: AgreementStore;
    brokers: BrokerStore;
    users: UserStore;
  };
  needs: NeedService;
  capabilities: CapabilityService;
  organizations: OrganizationService;
  agreements: AgreementService;
  brokers: BrokerService;
  notifications: Pick<NotificationService, 'send'>;
  content: FileContent;
  queues: Queues;
  clock: Clock;
}) {
  const { stores, needs, capabilities, organizations, content, queues, clock } = parts;
  const { imports } = stores;
  await imports.createErrorIndexes();
  const importers: Importers = {
    need: needImporter({ needs, store: stores.needs, organizations: stores.organizations }),
    capability: capabilityImporter({
      capabilities,
      store: stores.capabilities,
      organizations: stores.organizations,
    }),
    organization: organizationImporter({ organizations, store: stores.organizations }),
    agreement: agreementImporter({ agreements: parts.agreements, store: stores.agreements }),
    broker: brokerImporter({
      brokers: parts.brokers,
      store: stores.brokers,
      users: stores.users,
      organizations: stores.organizations,
    }),
  };
  return {
    imports: createImportService({ imports, importers, queues }),
    followUps: [importNotice({ imports, notifications: parts.notifications })],
    jobs: [importJob({ imports, importers, content, queues, clock })],
    repairs: [importRepair({ imports, content, queues, clock })],
  };
}
