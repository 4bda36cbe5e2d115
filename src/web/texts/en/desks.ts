import { enDeskAssignment } from './desk-assignment.ts';
import { enDeskAudit } from './desk-audit.ts';
import { enDeskBroker, enDeskPeople } from './desk-people.ts';
import { enDeskRankers } from './desk-rankers.ts';
import { enDeskRegistration } from './desk-registration.ts';
import { enDeskSettings } from './desk-settings.ts';

/** The desks of the bureau. */
export const enDesks = {
  assignment: enDeskAssignment,
  audit: enDeskAudit,
  broker: enDeskBroker,
  people: enDeskPeople,
  rankers: enDeskRankers,
  registration: enDeskRegistration,
  settings: enDeskSettings,
};
