import { agreementNames } from './vocabulary/agreements-names.ts';
import { assignmentNames } from './vocabulary/assignment-names.ts';
import { capabilityNames } from './vocabulary/capabilities-names.ts';
import { engagementNames } from './vocabulary/engagements-names.ts';
import { importNames } from './vocabulary/imports-names.ts';
import { matchingNames } from './vocabulary/matching-names.ts';
import type { NamesOf } from './vocabulary/names-of.ts';
import { needNames } from './vocabulary/needs-names.ts';
import { notificationNames } from './vocabulary/notifications-names.ts';
import { organizationNames } from './vocabulary/organizations-names.ts';
import { reportNames } from './vocabulary/reports-names.ts';
import { turnNames } from './vocabulary/turns-names.ts';
import type * as vocabulary from './vocabulary.ts';

export type { Name } from './vocabulary/names-of.ts';

/**
 * What people call each code. docs/glossary.md says the same for readers, and a test holds the two
 * together; the web app and exports take the words from here.
 */
export const vocabularyNames: NamesOf<typeof vocabulary> = {
  ...organizationNames,
  ...needNames,
  ...capabilityNames,
  ...matchingNames,
  ...assignmentNames,
  ...engagementNames,
  ...agreementNames,
  ...reportNames,
  ...importNames,
  ...turnNames,
  ...notificationNames,
};
