import { enCommon } from './en/common.ts';
import { enShell } from './en/shell.ts';
import type { Messages } from './language.ts';

export const en = { ...enCommon, shell: enShell } satisfies Messages;
