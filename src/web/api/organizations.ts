import type * as z from 'zod';
import type {
  organizationAnswer,
  organizationBody,
} from '../../features/organizations/organization-schema.ts';
import { resource } from './resource.ts';

export type OrganizationAnswer = z.output<typeof organizationAnswer>;
export type OrganizationInput = z.input<typeof organizationBody>;
/** A merge patch: `null` takes a value away. */
export type OrganizationChange = {
  [K in keyof OrganizationInput]?: OrganizationInput[K] | null;
};

export const organizations = resource<OrganizationAnswer, OrganizationInput, OrganizationChange>(
  '/organizations',
);
