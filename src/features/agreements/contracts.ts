import type { Clock } from '../../clock.ts';
import type { NewId } from '../../ids.ts';
import type { NotificationService } from '../notifications/notification-service.ts';
import type { OrganizationStore } from '../organizations/organization-store.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import { createDuplicates } from './agreement-duplicates.ts';
import { agreementJobs } from './agreement-jobs.ts';
import type { Neighbours } from './agreement-neighbours.ts';
import { createAgreementNotices } from './agreement-notices.ts';
import { createParticipants } from './agreement-parties.ts';
import { createAgreementService } from './agreement-service.ts';
import type { AgreementStore } from './agreement-store.ts';

/** Puts the parts of this feature together: the service and its follow-ups. */
export function openContracts(parts: {
  agreements: AgreementStore;
  organizations: OrganizationStore;
  settings: SettingsService;
  notifications: Pick<NotificationService, 'send'>;
  neighbours: Neighbours;
  clock: Clock;
  newId: NewId;
}) {
  const { agreements, organizations, settings, notifications, neighbours, clock, newId } = parts;
  const { engagements } = neighbours;
  const duplicates = createDuplicates(parts);
  const participants = createParticipants({ organizations, engagements });
  return {
    agreements: createAgreementService({
      agreements,
      settings,
      participants,
      duplicates,
      neighbours,
      newId,
    }),
    jobs: agreementJobs({
      agreements,
      duplicates,
      engagements,
      clock,
      notify: createAgreementNotices({ agreements, notifications }),
    }),
  };
}
