import { enCapabilities } from './en/capabilities.ts';
import { enCommon } from './en/common.ts';
import { enEngagements } from './en/engagements.ts';
import { enImports } from './en/imports.ts';
import { enOwners } from './en/owners.ts';
import { enShell } from './en/shell.ts';
import type { Messages } from './language.ts';

export const en = {
  ...enCommon,
  capabilities: enCapabilities,
  shell: enShell,
  engagements: enEngagements,
  imports: enImports,
  owners: enOwners,
} satisfies Messages;
