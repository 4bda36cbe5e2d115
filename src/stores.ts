import { createTokenStore } from './features/accounts/token-store.ts';
import { createUserStore } from './features/accounts/user-store.ts';
import { createAgreementStore } from './features/agreements/agreement-store.ts';
import { createAssignmentStore } from './features/brokers/assignment-store.ts';
import { createBrokerStore } from './features/brokers/broker-store.ts';
import { createCapabilityStore } from './features/capabilities/capability-store.ts';
import { createEngagementStore } from './features/engagements/engagement-store.ts';
import { createFileStore } from './features/files/file-store.ts';
import { createImportStore } from './features/imports/import-store.ts';
import { createMatchDecisionStore } from './features/matching/match-store.ts';
import { createRankerStore } from './features/matching/ranker-store.ts';
import { createNeedStore } from './features/needs/need-store.ts';
import { createOrganizationStore } from './features/organizations/organization-store.ts';
import { createReportStore } from './features/reports/report-store.ts';
import { createSettingsStore } from './features/settings/settings-store.ts';
import type { StoreKit } from './store/store-kit.ts';

/** Every collection of the contract, by what it holds. */
export type Stores = ReturnType<typeof createStores>;

export function createStores(kit: StoreKit) {
  return {
    users: createUserStore(kit),
    tokens: createTokenStore(kit),
    settings: createSettingsStore(kit),
    organizations: createOrganizationStore(kit),
    needs: createNeedStore(kit),
    capabilities: createCapabilityStore(kit),
    matchDecisions: createMatchDecisionStore(kit),
    rankers: createRankerStore(kit),
    brokers: createBrokerStore(kit),
    assignments: createAssignmentStore(kit),
    files: createFileStore(kit),
    imports: createImportStore(kit),
    engagements: createEngagementStore(kit),
    agreements: createAgreementStore(kit),
    reports: createReportStore(kit),
  };
}
