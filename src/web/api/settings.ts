import type * as z from 'zod';
import type { settingsAnswer, settingsPatch } from '../../features/settings/settings-schema.ts';
import { resource } from './resource.ts';

export const settings = resource<
  z.output<typeof settingsAnswer>,
  never,
  z.input<typeof settingsPatch>,
  z.output<typeof settingsAnswer>
>('/settings');
