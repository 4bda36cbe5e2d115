import * as z from 'zod';
import { listAnswer, listQuery, resource } from '../../schema/list.ts';
import { instantOut } from '../../schema/scalars.ts';
import { optionalText } from '../../schema/text.ts';
import { bands, rankerStates } from '../../vocabulary.ts';

export const rankersQuery = listQuery({}, ['createdAt']);

export const activateBody = z.strictObject({ note: optionalText(2_000).optional() });

const tried = z.object({ order: z.number(), loss: z.number() });
const share = z.number().min(0).max(1);

export const rankerAnswer = z.object({
  ...resource,
  /** What match lists name as their `rankerVersion`. */
  version: z.string(),
  state: z.enum(rankerStates),
  learnt: z.boolean(),
  /** Weight of each part of the sum. */
  weights: z.record(z.string(), z.number()),
  bands: z.object({ strong: z.number(), worthACall: z.number() }),
  /** The district's decisions that it was learnt from. */
  decisions: z.int(),
  activatedAt: instantOut.optional(),
  /** Beside the ranker before it, on decisions that neither was fitted to, whole needs apart. */
  holdOut: z
    .object({
      needs: z.int(),
      pairs: z.int(),
      before: tried,
      after: tried,
      gain: z.number(),
      gainLow: z.number(),
    })
    .nullable(),
  /** How its bands fared with the district's decisions, with a 95 % interval of the share. */
  bandFigures: z
    .array(
      z.object({
        band: z.enum(bands),
        decisions: z.int(),
        shortlisted: z.int(),
        low: share,
        high: share,
      }),
    )
    .optional(),
  /** Absent until the district has decided enough for `probability` to mean anything. */
  calibration: z
    .object({
      decisions: z.int(),
      brier: z.number(),
      reliability: z.array(
        z.object({
          from: share,
          to: share,
          decisions: z.int(),
          foretold: share,
          shortlisted: z.int(),
        }),
      ),
    })
    .optional(),
});
export type RankerAnswer = z.input<typeof rankerAnswer>;
export const rankersAnswer = listAnswer(rankerAnswer);
