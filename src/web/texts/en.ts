import { enAgreements } from './en/agreements.ts';
import { enCommon } from './en/common.ts';
import { enEngagements } from './en/engagements.ts';
import { enShell } from './en/shell.ts';
import type { Messages } from './language.ts';

export const en = {
  ...enCommon,
  shell: enShell,
  engagements: enEngagements,
  agreements: enAgreements,
} satisfies Messages;
