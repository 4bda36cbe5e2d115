import type * as z from 'zod';
import type {
  CapabilityAnswer,
  capabilityBody,
  capabilityPatch,
} from '../../features/capabilities/capability-schema.ts';
import { resource } from './resource.ts';

export const capabilities = resource<
  CapabilityAnswer,
  z.input<typeof capabilityBody>,
  z.input<typeof capabilityPatch>
>('/capabilities');
