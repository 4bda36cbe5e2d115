import * as z from 'zod';
import { actionList } from '../../schema/actions.ts';
import { listAnswer, listQuery, resource } from '../../schema/list.ts';
import { mergePatch } from '../../schema/merge-patch.ts';
import { district, id, instantOut, queryBoolean } from '../../schema/scalars.ts';
import { line } from '../../schema/text.ts';
import { roles, userStatuses } from '../../vocabulary.ts';
import { userActionNames } from './user-actions.ts';

/** An address to sign in with; small and capital letters are the same person. */
export const email = z
  .string()
  .max(254)
  .transform((value) => value.trim().toLowerCase())
  .pipe(z.email('Not an email address.'))
  .meta({ format: 'email' });

const roleList = z
  .array(z.enum(roles))
  .min(1)
  .max(roles.length)
  .transform((list) => [...new Set(list)]);

const shape = { name: line(100), roles: roleList, organizationId: id.optional() };

export const userBody = z.strictObject({
  ...shape,
  email,
  /** For administrators; the organization's or the inviter's district otherwise. */
  district: district.optional(),
});
export type UserInput = z.output<typeof userBody>;

export const userPatch = mergePatch(shape);
export type UserPatch = z.output<typeof userPatch>;

export const userAnswer = z.object({
  ...resource,
  actions: actionList(userActionNames),
  email: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  organizationId: z.string().optional(),
  organization: z.object({ id: z.string(), name: z.string() }).optional(),
  district: z.string(),
  status: z.enum(userStatuses),
  activatedAt: instantOut.optional(),
  disabledAt: instantOut.optional(),
});

/** Shown to the inviter only: whoever holds it chooses the person's password. */
const invitationAnswer = z.object({
  url: z.string(),
  token: z.string(),
  expiresAt: instantOut,
});

export const invitedAnswer = userAnswer.extend({ invitation: invitationAnswer.optional() });

export const usersQuery = listQuery(
  {
    /** Part of the name or of the address, whatever the letters' case. */
    q: z.string().trim().min(1).max(100).optional(),
    role: z.enum(roles).optional(),
    organizationId: id.optional(),
    email: email.optional(),
    district: district.optional(),
    disabled: queryBoolean.optional(),
  },
  ['id', 'name', 'email'],
);
export const usersAnswer = listAnswer(userAnswer);
