import { enAgreements } from './en/agreements.ts';
import { enCommon } from './en/common.ts';
import { enDesk } from './en/desk.ts';
import { enEngagements } from './en/engagements.ts';
import { enOwners } from './en/owners.ts';
import { enShell } from './en/shell.ts';
import type { Messages } from './language.ts';

export const en = {
  ...enCommon,
  agreements: enAgreements,
  desk: enDesk,
  engagements: enEngagements,
  owners: enOwners,
  shell: enShell,
} satisfies Messages;
