import type { Clock } from '../../clock.ts';
import type { NewId } from '../../ids.ts';
import type { Queues } from '../../jobs/queues.ts';
import type { BrokerStore } from '../brokers/broker-store.ts';
import type { CapabilityStore } from '../capabilities/capability-store.ts';
import type { NeedService } from '../needs/need-service.ts';
import type { NeedStore } from '../needs/need-store.ts';
import type { NotificationService } from '../notifications/notification-service.ts';
import type { OrganizationStore } from '../organizations/organization-store.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import { createEngagementEditor } from './engagement-editor.ts';
import {
  type AttachFiles,
  engagementFollowUps,
  engagementJobs,
  engagementRepair,
} from './engagement-jobs.ts';
import { createEngagementNeed } from './engagement-need.ts';
import { type CheckFiles, createEngagementPapers } from './engagement-papers.ts';
import { createEngagementService } from './engagement-service.ts';
import type { EngagementStore } from './engagement-store.ts';
import { createEngagementTalks } from './engagement-talks.ts';
import { createEngagementVisits } from './engagement-visit-service.ts';

/** Puts the parts of this feature together: one service, its follow-ups, job and repair. */
export function createEngagements(given: {
  engagements: EngagementStore;
  needs: NeedStore;
  needService: Pick<NeedService, 'follow'>;
  organizations: OrganizationStore;
  capabilities: CapabilityStore;
  brokers: Pick<BrokerStore, 'getMany'>;
  settings: SettingsService;
  leadOf(needId: string): Promise<string | undefined>;
  notifications: Pick<NotificationService, 'send'>;
  checkFiles: CheckFiles;
  attachFiles: AttachFiles;
  queues: Queues;
  newId: NewId;
  clock: Clock;
}) {
  const { engagements } = given;
  const edit = createEngagementEditor(given);
  const followNeed = createEngagementNeed({ engagements, needs: given.needService });
  const parts = { ...given, edit, followNeed };
  return {
    engagements: {
      ...createEngagementService(parts),
      ...createEngagementTalks(parts),
      ...createEngagementPapers(parts),
      ...createEngagementVisits(parts),
    },
    followUps: engagementFollowUps(parts),
    jobs: engagementJobs(parts),
    repair: engagementRepair(parts),
  };
}
