import type * as z from 'zod';
import type {
  organizationAnswer,
  organizationBody,
} from '../../features/organizations/organization-schema.ts';
import { resource } from './resource.ts';

export const organizations = resource<
  z.output<typeof organizationAnswer>,
  z.input<typeof organizationBody>
>('/organizations');
