import { zhDeskAssignment } from './desk-assignment.ts';
import { zhDeskAudit } from './desk-audit.ts';
import { zhDeskBroker, zhDeskPeople } from './desk-people.ts';
import { zhDeskRankers } from './desk-rankers.ts';
import { zhDeskRegistration } from './desk-registration.ts';
import { zhDeskSettings } from './desk-settings.ts';

/** The desks of the bureau. */
export const zhDesks = {
  assignment: zhDeskAssignment,
  audit: zhDeskAudit,
  broker: zhDeskBroker,
  people: zhDeskPeople,
  rankers: zhDeskRankers,
  registration: zhDeskRegistration,
  settings: zhDeskSettings,
};
