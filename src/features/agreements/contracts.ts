import type { Clock } from '../../clock.ts';
import type { NewId } from '../../ids.ts';
import type { CapabilityStore } from '../capabilities/capability-store.ts';
import type { EngagementStore } from '../engagements/engagement-store.ts';
import type { FileService } from '../files/file-service.ts';
import type { NotificationService } from '../notifications/notification-service.ts';
import type { OrganizationStore } from '../organizations/organization-store.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import { createDuplicates } from './agreement-duplicates.ts';
import { agreementJobs } from './agreement-jobs.ts';
import { createMentions, type EngagementLink } from './agreement-neighbours.ts';
import { createAgreementNotices } from './agreement-notices.ts';
import { createParticipants } from './agreement-parties.ts';
import { createAgreementService } from './agreement-service.ts';
import type { AgreementStore } from './agreement-store.ts';

/** Puts the parts of this feature together: the service and its follow-ups. */
export function openContracts(given: {
  agreements: AgreementStore;
  organizations: OrganizationStore;
  capabilities: CapabilityStore;
  settings: SettingsService;
  engagements: EngagementLink;
  engagementStore: EngagementStore;
  files: Pick<FileService, 'check' | 'attach'>;
  notifications: Pick<NotificationService, 'send'>;
  clock: Clock;
  newId: NewId;
}) {
  const parts = {
    ...given,
    duplicates: createDuplicates(given),
    participants: createParticipants(given),
    mentions: createMentions(given),
    notify: createAgreementNotices(given),
  };
  return { agreements: createAgreementService(parts), followUps: agreementJobs(parts) };
}
