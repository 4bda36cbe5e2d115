import * as z from 'zod';
import { actionList } from '../../schema/actions.ts';
import { listAnswer, listQuery, resource } from '../../schema/list.ts';
import { mergePatch } from '../../schema/merge-patch.ts';
import { district, externalId } from '../../schema/scalars.ts';
import { line } from '../../schema/text.ts';
import { idKinds, organizationKinds, tiers } from '../../vocabulary.ts';
import { checkCreditCode, creditCodeMessage } from './credit-code.ts';

const shape = {
  kind: z.enum(organizationKinds),
  name: line(200),
  creditCode: line(30).optional(),
  idKind: z.enum(idKinds).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Two capital letters, ISO 3166-1.')
    .optional(),
  district,
  industry: z
    .string()
    .regex(/^[A-T](\d{2,4})?$/, 'A letter and two to four digits, GB/T 4754.')
    .optional(),
  tier: z.enum(tiers).optional(),
  externalId: externalId.optional(),
};

/** A credit code is checked wherever the number is one; other numbers are only text. */
function checkCode(
  value: { creditCode?: string | undefined; idKind?: string | undefined },
  ctx: z.RefinementCtx,
) {
  if (value.creditCode === undefined || (value.idKind ?? 'credit_code') !== 'credit_code') return;
  const result = checkCreditCode(value.creditCode);
  if (result.ok) value.creditCode = result.code;
  else {
    ctx.addIssue({
      code: 'custom',
      path: ['creditCode'],
      message: creditCodeMessage(result.fault),
      params: { code: 'invalid_credit_code' },
    });
  }
}

export const organizationBody = z.strictObject(shape).superRefine(checkCode);
export type OrganizationInput = z.output<typeof organizationBody>;

export const organizationPatch = mergePatch(shape).superRefine(checkCode);

export const organizationAnswer = z.object({
  ...resource,
  actions: actionList(['update']),
  ...shape,
  creditCode: z.string().optional(),
});

export const organizationsQuery = listQuery(
  {
    /** Part of the name, whatever the letters' case. */
    q: z.string().trim().min(1).max(100).optional(),
    kind: z.enum(organizationKinds).optional(),
    district: district.optional(),
    tier: z.enum(tiers).optional(),
    creditCode: z.string().max(30).optional(),
    externalId: z.string().max(100).optional(),
  },
  ['id', 'name'],
);
export const organizationsAnswer = listAnswer(organizationAnswer);
