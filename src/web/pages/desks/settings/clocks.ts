import { defaultSettings } from '../../../../features/settings/settings.ts';
import type { SettingsChange } from '../../../api/settings.ts';

/** Settings that are one number, in the order of a need's life. */
export const clocks = [
  'vetWorkingDays',
  'acceptWorkingDays',
  'firstContactWorkingDays',
  'proposalsBeforeEscalation',
  'needValidityDays',
  'visitEveryMonths',
] as const;
export type Clock = (typeof clocks)[number];
export type ClockValues = Record<Clock, number | string>;

export const defaultOf = (clock: Clock): number => defaultSettings[clock];

export const clockValues = (settings: Record<Clock, number>): ClockValues =>
  Object.fromEntries(clocks.map((clock) => [clock, settings[clock]])) as ClockValues;

/** Only what differs from what the form began with: the rest keeps following the defaults. */
export function clockChange(before: ClockValues, after: ClockValues): SettingsChange {
  const changed = clocks.filter((clock) => Number(after[clock]) !== Number(before[clock]));
  return Object.fromEntries(changed.map((clock) => [clock, Number(after[clock])]));
}
