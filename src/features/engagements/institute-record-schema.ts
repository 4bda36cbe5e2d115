import * as z from 'zod';

/** How an institute has done with the district's needs so far. */
export const instituteRecordAnswer = z.object({
  /** Engagements that have neither led to an agreement nor ended. */
  talking: z.int(),
  agreed: z.int(),
  ended: z.int(),
  registeredAgreements: z.int(),
});
