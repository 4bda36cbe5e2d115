import { enCapabilities } from './en/capabilities.ts';
import { enCommon } from './en/common.ts';
import { enEngagements } from './en/engagements.ts';
import { enImports } from './en/imports.ts';
import { enNotices } from './en/notices.ts';
import { enOwners } from './en/owners.ts';
import { enShell } from './en/shell.ts';
import { enTokens } from './en/tokens.ts';
import type { Messages } from './language.ts';

export const en = {
  ...enCommon,
  capabilities: enCapabilities,
  shell: enShell,
  engagements: enEngagements,
  imports: enImports,
  notices: enNotices,
  owners: enOwners,
  tokens: enTokens,
} satisfies Messages;
