import { enAgreements } from './en/agreements.ts';
import { enCapabilities } from './en/capabilities.ts';
import { enCommon } from './en/common.ts';
import { enDesk } from './en/desk.ts';
import { enEngagements } from './en/engagements.ts';
import { enImports } from './en/imports.ts';
import { enNotices } from './en/notices.ts';
import { enOwners } from './en/owners.ts';
import { enShell } from './en/shell.ts';
import { enTokens } from './en/tokens.ts';
import type { Messages } from './language.ts';

export const en = {
  ...enCommon,
  agreements: enAgreements,
  capabilities: enCapabilities,
  desk: enDesk,
  engagements: enEngagements,
  imports: enImports,
  notices: enNotices,
  owners: enOwners,
  shell: enShell,
  tokens: enTokens,
} satisfies Messages;
