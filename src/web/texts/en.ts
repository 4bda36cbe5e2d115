import { enCommon } from './en/common.ts';
import { enDesk } from './en/desk.ts';
import { enOwners } from './en/owners.ts';
import { enShell } from './en/shell.ts';
import type { Messages } from './language.ts';

export const en = {
  ...enCommon,
  shell: enShell,
  owners: enOwners,
  desk: enDesk,
} satisfies Messages;
