import * as z from 'zod';
import { actionList } from '../../schema/actions.ts';
import { listAnswer, listQuery, resource } from '../../schema/list.ts';
import { instant, instantOut } from '../../schema/scalars.ts';
import { line } from '../../schema/text.ts';
import { tokenResources } from './token.ts';

const scope = z.templateLiteral([z.enum(tokenResources), ':', z.enum(['read', 'write'])], {
  error: 'A resource and a right, such as needs:read or *:write.',
});

export const tokenBody = z.strictObject({
  name: line(100),
  scopes: z
    .array(scope)
    .min(1)
    .max(50)
    .transform((list) => [...new Set(list)]),
  expiresAt: instant,
});
export type TokenInput = z.output<typeof tokenBody>;

const tokenAnswer = z.object({
  ...resource,
  actions: actionList(['revoke']),
  name: z.string(),
  scopes: z.array(z.string()),
  expiresAt: instantOut,
});

/** The only time that the token itself is shown. */
export const newTokenAnswer = tokenAnswer.extend({ token: z.string() });

export const tokensQuery = listQuery({}, ['id']);
export const tokensAnswer = listAnswer(tokenAnswer);
