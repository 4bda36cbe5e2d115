import { type Actor, type Command, unscoped } from '../../access/actor.ts';
import { AppError } from '../../errors.ts';
import { defaultSettings, type Settings, type SettingsDocument } from './settings.ts';
import type { SettingsPatch } from './settings-schema.ts';
import type { SettingsStore } from './settings-store.ts';

const keptMs = 10_000;

export type SettingsService = ReturnType<typeof createSettingsService>;

/** A district's settings as they count: its own over the defaults. */
export interface EffectiveSettings {
  district: string;
  values: Settings;
  document: SettingsDocument | null;
}

export function createSettingsService({ settings }: { settings: SettingsStore }) {
  const kept = new Map<string, { values: Settings; until: number }>();

  const effective = (district: string, document: SettingsDocument | null): EffectiveSettings => ({
    district,
    values: { ...defaultSettings, ...document?.values },
    document,
  });

  /** An empty document to change, so that the first change has its history like any other. */
  async function ensure(cmd: Command, district: string) {
    if (await settings.find(cmd.actor, { _id: district })) return;
    try {
      await settings.insert(cmd, { district, values: {} }, { action: 'created' }, district);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'already_exists') throw error;
    }
  }

  return {
    /** What jobs and rules go by; another process's change arrives within ten seconds. */
    async of(district: string): Promise<Settings> {
      const now = Date.now();
      const hit = kept.get(district);
      if (hit && hit.until > now) return hit.values;
      const why = unscoped('the rules that a district works by');
      const document = await settings.find(why, { _id: district });
      const { values } = effective(district, document);
      kept.set(district, { values, until: now + keptMs });
      return values;
    },

    async get(actor: Actor): Promise<EffectiveSettings> {
      const { district } = actor;
      return effective(district, await settings.find(actor, { _id: district }));
    },

    async update(cmd: Command, patch: SettingsPatch, ifMatch: number | undefined) {
      const { district } = cmd.actor;
      await ensure(cmd, district);
      // Revision 0 is what a district reads before its first change; the empty document is its 1.
      const step = { action: 'updated', ifMatch: ifMatch === 0 ? 1 : ifMatch };
      try {
        const document = await settings.change(cmd, cmd.actor, district, step, (found) => ({
          values: patched(found.values, patch),
        }));
        return effective(district, document);
      } finally {
        kept.delete(district);
      }
    },
  };
}

function patched(values: Partial<Settings>, patch: SettingsPatch): Partial<Settings> {
  const next = Object.entries({ ...values, ...patch });
  return Object.fromEntries(next.filter(([, value]) => value !== null && value !== undefined));
}
