import { zhAgreements } from './zh/agreements.ts';
import { zhCommon } from './zh/common.ts';
import { zhDesk } from './zh/desk.ts';
import { zhEngagements } from './zh/engagements.ts';
import { zhOwners } from './zh/owners.ts';
import { zhShell } from './zh/shell.ts';

/** The texts of the pages; Chinese is the source, every other language has the same shape. */
export const zh = {
  ...zhCommon,
  agreements: zhAgreements,
  desk: zhDesk,
  engagements: zhEngagements,
  owners: zhOwners,
  shell: zhShell,
};
