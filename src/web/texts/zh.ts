import { zhAgreements } from './zh/agreements.ts';
import { zhCapabilities } from './zh/capabilities.ts';
import { zhCommon } from './zh/common.ts';
import { zhDesk } from './zh/desk.ts';
import { zhEngagements } from './zh/engagements.ts';
import { zhImports } from './zh/imports.ts';
import { zhNotices } from './zh/notices.ts';
import { zhOwners } from './zh/owners.ts';
import { zhShell } from './zh/shell.ts';
import { zhTokens } from './zh/tokens.ts';

/** The texts of the pages; Chinese is the source, every other language has the same shape. */
export const zh = {
  ...zhCommon,
  agreements: zhAgreements,
  capabilities: zhCapabilities,
  desk: zhDesk,
  engagements: zhEngagements,
  imports: zhImports,
  notices: zhNotices,
  owners: zhOwners,
  shell: zhShell,
  tokens: zhTokens,
};
