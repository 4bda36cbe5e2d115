import * as z from 'zod';
import { day, id } from '../../schema/scalars.ts';
import { closeCodes, flowSides, needStatuses } from '../../vocabulary.ts';
import {
  asked,
  countedList,
  excluded,
  figures,
  paging,
  plainEcho,
  rightWayRound,
  rowFilter,
  withItsParts,
} from './report-schema.ts';

export const glanceQuery = rightWayRound(z.strictObject(asked));

const glanceFigures = {
  ...figures,
  needsSolved: z.int().describe('Distinct needs of the district; rows: /reports/summary/needs'),
};
const glancePeriod = z.object({
  from: z.string(),
  to: z.string(),
  figures: z.object(glanceFigures),
  /** Every month that the period touches; of more than 120 only those that have something. */
  months: z.array(z.object({ month: z.string(), ...glanceFigures })),
  excluded,
});

export const glanceShape = {
  current: glancePeriod,
  before: glancePeriod.describe('As many whole months, or for any other stretch as many days'),
  change: z.object(glanceFigures).describe('Current − before'),
  changePermille: z
    .object(glanceFigures)
    .partial()
    .describe('Thousandths of the figure before, half away from zero; absent where that is 0'),
};
export const glanceAnswer = z.object({ ...plainEcho, ...glanceShape });

export const flowsQuery = rightWayRound(
  z.strictObject({ ...asked, by: z.enum(flowSides).default('kind') }),
);
export const flowsAnswer = z.object({
  ...plainEcho,
  by: z.enum(flowSides),
  ...figures,
  /** Both values add up to the totals above, which are the summary's. */
  flows: z.array(z.object({ seller: z.string(), buyer: z.string(), ...figures })),
});

export const achievementsQuery = rightWayRound(
  withItsParts(z.strictObject({ ...asked, ...rowFilter, ...paging })),
);

const organization = z.object({ id: z.string(), name: z.string() });

export const achievementsAnswer = countedList(
  z.object({
    capabilityId: z.string(),
    /** Absent where another district's institute keeps it to itself. */
    title: z.string().optional(),
    institute: organization.optional(),
    /** The first agreement of the period that names it, and the day that counts of it. */
    agreementId: z.string(),
    agreementTitle: z.string(),
    on: z.string(),
    /** How many agreements of the period name it. */
    agreements: z.int(),
  }),
);

export const solvedQuery = rightWayRound(
  z.strictObject({
    from: day,
    to: day,
    asOf: day.optional(),
    brokerId: id.optional(),
    ...paging,
  }),
);

/** A need beside a figure. */
export const namedNeed = {
  needId: z.string(),
  title: z.string(),
  organization: organization.optional(),
  status: z.enum(needStatuses),
  closeCode: z.enum(closeCodes).optional(),
};

export const solvedAnswer = countedList(
  z.object({
    ...namedNeed,
    on: z.string(),
    /** Absent where it was closed as solved without an agreement. */
    agreementId: z.string().optional(),
    brokerId: z.string().optional(),
    brokerName: z.string().optional(),
  }),
);
