import type * as z from 'zod';
import type {
  CapabilityAnswer,
  capabilityBody,
} from '../../features/capabilities/capability-schema.ts';
import type { capabilityMatchesAnswer } from '../../features/matching/match-schema.ts';
import { resource } from './resource.ts';

export type { CapabilityAnswer };
export type CapabilityInput = z.input<typeof capabilityBody>;
/** A merge patch: `null` takes a value away. */
export type CapabilityChange = {
  [K in Exclude<keyof CapabilityInput, 'organizationId'>]?: CapabilityInput[K] | null;
};
export type CapabilityMatches = z.output<typeof capabilityMatchesAnswer>;

export const capabilities = resource<CapabilityAnswer, CapabilityInput, CapabilityChange>(
  '/capabilities',
);
