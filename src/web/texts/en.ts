import { enAgreements } from './en/agreements.ts';
import { enBureau } from './en/bureau.ts';
import { enCapabilities } from './en/capabilities.ts';
import { enCommon } from './en/common.ts';
import { enDesk } from './en/desk.ts';
import { enDesks } from './en/desks.ts';
import { enEngagements } from './en/engagements.ts';
import { enImports } from './en/imports.ts';
import { enNotices } from './en/notices.ts';
import { enOrganizations } from './en/organizations.ts';
import { enOwners } from './en/owners.ts';
import { enShell } from './en/shell.ts';
import { enTokens } from './en/tokens.ts';
import type { zh } from './zh.ts';

export const en = {
  ...enCommon,
  agreements: enAgreements,
  bureau: enBureau,
  capabilities: enCapabilities,
  desk: enDesk,
  desks: enDesks,
  engagements: enEngagements,
  imports: enImports,
  notices: enNotices,
  organizations: enOrganizations,
  owners: enOwners,
  shell: enShell,
  tokens: enTokens,
} satisfies typeof zh;
