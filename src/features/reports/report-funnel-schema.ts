import * as z from 'zod';
import { listAnswer } from '../../schema/list.ts';
import { day, queryBoolean } from '../../schema/scalars.ts';
import { funnelSteps } from '../../vocabulary.ts';
import { namedNeed } from './report-glance-schema.ts';
import { paging, rightWayRound } from './report-schema.ts';

const cohort = { from: day, to: day, asOf: day.optional() };

export const funnelQuery = rightWayRound(z.strictObject(cohort));

export const funnelShape = z.array(
  z.object({
    step: z.enum(funnelSteps),
    reached: z.int().describe('Needs posted in the period that came this far; each once'),
    lost: z.int().describe('Came as far as the step before, and not here (yet)'),
    permille: z.int().describe('Thousandths of the needs posted, half away from zero'),
  }),
);
export const funnelAnswer = z.object({
  district: z.string(),
  from: z.string(),
  to: z.string(),
  asOf: z.string(),
  steps: funnelShape,
});

export const funnelNeedsQuery = rightWayRound(
  z.strictObject({
    ...cohort,
    step: z.enum(funnelSteps),
    /** `false`: the needs of the cohort that did not come so far. */
    reached: queryBoolean.default(true),
    ...paging,
  }),
);

export const funnelNeedsAnswer = listAnswer(
  z.object({
    ...namedNeed,
    /** The furthest step that the need has reached. */
    furthest: z.enum(funnelSteps),
    /** The day on which it reached the step that was asked for. */
    reachedOn: z.string().optional(),
    postedOn: z.string(),
  }),
);
