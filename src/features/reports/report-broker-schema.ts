import * as z from 'zod';
import { listAnswer } from '../../schema/list.ts';
import { day, id, instantOut } from '../../schema/scalars.ts';
import { brokerGrades, proposalAnswers } from '../../vocabulary.ts';
import { brokerSorts } from './report-broker-table.ts';
import { namedNeed } from './report-glance-schema.ts';
import { asked, paging, plainEcho, rightWayRound } from './report-schema.ts';

const sorts = brokerSorts.flatMap((name) => [name, `-${name}`]) as [string, ...string[]];

export const brokersQuery = rightWayRound(
  z.strictObject({
    ...asked,
    ...paging,
    sort: z.enum(sorts).default('-technologyValueFen'),
  }),
);

const figures = {
  /** Needs carried now: `/assignments?brokerId=…&open=true`. */
  load: z.int(),
  /** Made in the period; the five that follow add up to it: `/reports/brokers/proposals`. */
  proposals: z.int(),
  accepted: z.int(),
  declined: z.int(),
  expired: z.int(),
  waiting: z.int(),
  takenBack: z.int(),
  /**
   * Median of the office minutes (9:00–17:00 on Chinese working days; 480 are a working day) from a
   * proposal to the broker's yes or no; of an even number the lower middle one.
   */
  answerMinutes: z.int().nullable(),
  /** Held in the period on engagements that the broker leads: `/reports/brokers/meetings`. */
  meetings: z.int(),
  /** Neither completed nor ended now: `/engagements?brokerId=…&active=true`. */
  engagementsOpen: z.int(),
  /** In which the broker leads or has a share: `/reports/summary/agreements?…&brokerId=…`. */
  agreements: z.int(),
  /** The broker's part: the sum of `brokerTechnologyValueFen` of those rows. */
  technologyValueFen: z.int(),
  /** `/reports/summary/needs?…&brokerId=…`. */
  needsSolved: z.int(),
};

const brokerRow = z.object({
  brokerId: z.string(),
  name: z.string(),
  grade: z.enum(brokerGrades).nullable(),
  active: z.boolean().nullable(),
  capacity: z.int().nullable(),
  ...figures,
});

const sums = {
  /** Each value, need and agreement once; an agreement with shares stands in several rows. */
  total: z.object(figures),
  /** What no broker led or shared. */
  withoutBroker: z.object(figures),
};

export const brokerTableShape = z.object({ rows: z.array(brokerRow), ...sums });
export const brokersAnswer = listAnswer(brokerRow).extend({ ...plainEcho, ...sums });

const ofOne = { from: day, to: day, asOf: day.optional(), brokerId: id, ...paging };

export const proposalsQuery = rightWayRound(
  z.strictObject({ ...ofOne, answer: z.enum(proposalAnswers).optional() }),
);
export const proposalsAnswer = listAnswer(
  z.object({
    id: z.string(),
    need: z.object(namedNeed).optional(),
    needId: z.string(),
    brokerId: z.string(),
    at: instantOut,
    answer: z.enum(proposalAnswers),
    answeredAt: instantOut.optional(),
    /** Office minutes, as in the table. */
    answerMinutes: z.int().optional(),
  }),
);

export const meetingsQuery = rightWayRound(z.strictObject(ofOne));
export const meetingsAnswer = listAnswer(
  z.object({
    id: z.string(),
    engagementId: z.string(),
    needId: z.string(),
    need: z.object(namedNeed).optional(),
    institute: z.object({ id: z.string(), name: z.string() }).optional(),
    brokerId: z.string(),
    at: instantOut,
  }),
);
