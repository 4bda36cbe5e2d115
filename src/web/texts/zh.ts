import { zhAgreements } from './zh/agreements.ts';
import { zhBureau } from './zh/bureau.ts';
import { zhCapabilities } from './zh/capabilities.ts';
import { zhCommon } from './zh/common.ts';
import { zhDesk } from './zh/desk.ts';
import { zhDesks } from './zh/desks.ts';
import { zhEngagements } from './zh/engagements.ts';
import { zhImports } from './zh/imports.ts';
import { zhNotices } from './zh/notices.ts';
import { zhOrganizations } from './zh/organizations.ts';
import { zhOwners } from './zh/owners.ts';
import { zhShell } from './zh/shell.ts';
import { zhTokens } from './zh/tokens.ts';

/** The texts of the pages; Chinese is the source, every other language has the same shape. */
export const zh = {
  ...zhCommon,
  agreements: zhAgreements,
  bureau: zhBureau,
  capabilities: zhCapabilities,
  desk: zhDesk,
  desks: zhDesks,
  engagements: zhEngagements,
  imports: zhImports,
  notices: zhNotices,
  organizations: zhOrganizations,
  owners: zhOwners,
  shell: zhShell,
  tokens: zhTokens,
};
