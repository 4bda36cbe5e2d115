import { defaultSettings, type Settings } from './settings.ts';

export interface SettingsService {
  /** The settings of a district: its own over the defaults. */
  of(district: string): Promise<Settings>;
}

export function createSettingsService(): SettingsService {
  return { of: async () => defaultSettings };
}
