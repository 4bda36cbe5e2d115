import type * as z from 'zod';
import type { invitedAnswer, userAnswer, userBody } from '../../features/accounts/user-schema.ts';
import { resource } from './resource.ts';

export type UserAnswer = z.output<typeof userAnswer>;
export type InvitedAnswer = z.output<typeof invitedAnswer>;
type UserInput = z.input<typeof userBody>;
/** A merge patch: `null` takes a value away. */
export type UserChange = {
  name?: string;
  roles?: UserInput['roles'];
  organizationId?: string | null;
};

export const users = resource<UserAnswer, UserInput, UserChange>('/users');
