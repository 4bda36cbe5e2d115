import type { Clock } from '../../clock.ts';
import type { Queues } from '../../jobs/queues.ts';
import type { NeedService } from '../needs/need-service.ts';
import type { NeedStore } from '../needs/need-store.ts';
import type { NotificationService } from '../notifications/notification-service.ts';
import type { OrganizationStore } from '../organizations/organization-store.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import { createAssignmentCandidates } from './assignment-candidates.ts';
import { createAssignmentDealer } from './assignment-dealer.ts';
import { createAssignmentFollower } from './assignment-follower.ts';
import { assignmentWork } from './assignment-jobs.ts';
import { createAssignmentKeeper } from './assignment-keeper.ts';
import { createAssignmentNaming } from './assignment-naming.ts';
import { createAssignmentProposer } from './assignment-proposer.ts';
import { createAssignmentService } from './assignment-service.ts';
import type { AssignmentStore } from './assignment-store.ts';
import { createBrokerPeople, type FindPersons } from './broker-people.ts';
import { createBrokerService } from './broker-service.ts';
import type { BrokerStore } from './broker-store.ts';

export interface BrokerageParts {
  clock: Clock;
  queues: Queues;
  stores: {
    brokers: BrokerStore;
    assignments: AssignmentStore;
    needs: NeedStore;
    organizations: OrganizationStore;
  };
  settings: SettingsService;
  needs: NeedService;
  notifications: Pick<NotificationService, 'send'>;
  /** Looks accounts up; without it the office's word is taken. */
  persons?: FindPersons | undefined;
}

/** Brokers, and who of them works on which need: the services and the work behind them. */
export function createBrokerage(parts: BrokerageParts) {
  const { stores, settings, needs, persons } = parts;
  const withPeople = createBrokerPeople(persons);
  const proposer = createAssignmentProposer({ ...stores, settings, withPeople });
  const follower = createAssignmentFollower({ assignments: stores.assignments, needs });
  const follow = follower.followAssignment;
  const assignments = createAssignmentService({
    ...stores,
    settings,
    proposer,
    follow,
    candidates: createAssignmentCandidates({ ...stores, proposer }),
    namesOf: createAssignmentNaming({ ...stores, persons }),
  });
  const keeper = createAssignmentKeeper(stores);
  const dealer = createAssignmentDealer({ ...stores, proposer, follow });
  return {
    brokers: createBrokerService({ ...stores, persons }),
    assignments,
    /** The broker who has accepted the need; nobody while one is only asked. */
    async leadOf(needId: string): Promise<string | undefined> {
      const found = await stores.assignments.ofNeed(needId);
      return found?.status === 'accepted' && !found.endedAt ? found.brokerId : undefined;
    },
    ...assignmentWork({ ...parts, proposer, keeper, dealer, follower }),
  };
}
