import * as z from 'zod';
import { brokerTableShape } from './report-broker-schema.ts';
import { funnelShape } from './report-funnel-schema.ts';
import { glanceShape } from './report-glance-schema.ts';
import { carried, reportHead } from './report-schema.ts';

/** One published report. */
export const reportAnswer = reportHead.extend({
  adjustments: carried.adjustments,
  verified: z.boolean().optional(),
  /** The half-year page as it was then; absent in older publications. */
  views: z
    .object({
      version: z.literal(1),
      glance: z.object(glanceShape),
      funnel: funnelShape,
      brokers: brokerTableShape,
    })
    .optional(),
});
