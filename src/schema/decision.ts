import * as z from 'zod';
import { type DecisionCode, decisionCodes } from '../vocabulary.ts';
import { optionalText } from './text.ts';

/**
 * A yes or a refusal with a code, shown to the other side. One object rather than a union, so that
 * a wrong decision does not keep the other faults from being told.
 */
export const decisionOf = <Yes extends string>(yes: Yes) =>
  z
    .strictObject({
      decision: z.enum([yes, 'refused'] as const),
      code: z.enum(decisionCodes).optional(),
      note: optionalText(2_000).optional(),
    })
    .check(
      z.superRefine<{ decision: Yes | 'refused'; code?: DecisionCode | undefined }>(
        (value, ctx) => {
          if (typeof value !== 'object' || value === null) return;
          const refused = value.decision === 'refused';
          if (refused === (value.code !== undefined) || (!refused && value.decision !== yes)) {
            return;
          }
          ctx.addIssue({
            code: 'custom',
            path: ['code'],
            message: refused ? 'Say why, with a code.' : 'Only a refusal has a code.',
            params: { code: refused ? 'required' : 'not_allowed' },
          });
        },
        { when: () => true },
      ),
    );
