import * as z from 'zod';
import { actionList } from '../../schema/actions.ts';
import { line } from '../../schema/text.ts';
import { roles } from '../../vocabulary.ts';
import { givenPassword, newPassword } from './password.ts';
import { sessionActionNames } from './session-actions.ts';
import { email } from './user-schema.ts';

export const signInBody = z.strictObject({ email, password: givenPassword });
export type SignInInput = z.output<typeof signInBody>;

export const selfAnswer = z.object({
  user: z.object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    roles: z.array(z.enum(roles)),
    organizationId: z.string().optional(),
    district: z.string(),
  }),
  /** What the person may do that belongs to no single document. */
  actions: actionList(sessionActionNames),
});

export const passwordBody = z.strictObject({ current: givenPassword, password: newPassword });
export type PasswordInput = z.output<typeof passwordBody>;

export const acceptBody = z.strictObject({
  token: z.string().min(1).max(200),
  password: newPassword,
  /** Only the first administrator, made by the set-up link, says who they are. */
  email: email.optional(),
  name: line(100).optional(),
});
export type AcceptInput = z.output<typeof acceptBody>;
