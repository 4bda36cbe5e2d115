import { queryOptions } from '@tanstack/react-query';
import type * as z from 'zod';
import type { settingsAnswer, settingsPatch } from '../../features/settings/settings-schema.ts';
import { call } from './client.ts';
import { resource } from './resource.ts';

export type SettingsAnswer = z.output<typeof settingsAnswer>;
/** A merge patch: `null` brings a default back. */
export type SettingsChange = z.input<typeof settingsPatch>;

const path = '/settings';

export const settings = resource<SettingsAnswer, never, SettingsChange, SettingsAnswer>(path);

/** The district's one document, in the shape in which rows are edited. */
export const districtSettings = {
  path: path as typeof settings.path,
  one: (id: string) =>
    queryOptions({
      queryKey: [path as string, 'one', id],
      queryFn: ({ signal }) => call<SettingsAnswer>('GET', path, { signal }),
    }),
  change: (_id: string, revision: number, body: SettingsChange) =>
    call<SettingsAnswer>('PATCH', path, { body, ifMatch: revision }),
};
