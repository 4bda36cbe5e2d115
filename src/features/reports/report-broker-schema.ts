import * as z from 'zod';
import { listAnswer } from '../../schema/list.ts';
import { day, id, instantOut } from '../../schema/scalars.ts';
import { brokerGrades, proposalAnswers } from '../../vocabulary.ts';
import { brokerSorts } from './report-broker-table.ts';
import { namedNeed } from './report-glance-schema.ts';
import { asked, countedList, paging, plainEcho, rightWayRound } from './report-schema.ts';

const sorts = brokerSorts.flatMap((name) => [name, `-${name}`]) as [string, ...string[]];

export const brokersQuery = rightWayRound(
  z.strictObject({
    ...asked,
    ...paging,
    sort: z.enum(sorts).default('-technologyValueFen'),
  }),
);

const count = (description: string) => z.int().describe(description);

const figures = {
  load: count('Needs carried now; rows: /assignments?brokerId=…&open=true'),
  proposals: count('Made in the period; the five that follow add up to it'),
  accepted: count('Rows of all six: /reports/brokers/proposals?brokerId=…&answer=…'),
  declined: z.int(),
  expired: z.int(),
  waiting: z.int(),
  takenBack: z.int(),
  answerMinutes: z
    .int()
    .nullable()
    .describe(
      'Median of the office minutes (9:00–17:00 of Chinese working days, 480 a day) from a proposal to the broker’s yes or no; of an even number the lower middle one',
    ),
  meetings: count('Held on engagements that the broker leads; rows: /reports/brokers/meetings'),
  engagementsOpen: count('Now; rows: /engagements?brokerId=…&active=true'),
  agreements: count('As lead or with a share; rows: /reports/summary/agreements?brokerId=…'),
  technologyValueFen: count('The broker’s part: the sum of brokerTechnologyValueFen of those rows'),
  needsSolved: count('Rows: /reports/summary/needs?brokerId=…'),
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
  total: z.object(figures).describe('Each agreement once, though it may stand in several rows'),
  withoutBroker: z.object(figures).describe('What no broker led or shared'),
};

export const brokerTableShape = z.object({ rows: z.array(brokerRow), ...sums });
export const brokersAnswer = listAnswer(brokerRow).extend({ ...plainEcho, ...sums });

const ofOne = { from: day, to: day, asOf: day.optional(), brokerId: id.optional(), ...paging };

export const proposalsQuery = rightWayRound(
  z.strictObject({ ...ofOne, answer: z.enum(proposalAnswers).optional() }),
);
export const proposalsAnswer = countedList(
  z.object({
    id: z.string(),
    need: z.object(namedNeed).optional(),
    needId: z.string(),
    brokerId: z.string(),
    brokerName: z.string().optional(),
    at: instantOut,
    answer: z.enum(proposalAnswers),
    answeredAt: instantOut.optional(),
    /** Office minutes, as in the table. */
    answerMinutes: z.int().optional(),
  }),
);

export const meetingsQuery = rightWayRound(z.strictObject(ofOne));
export const meetingsAnswer = countedList(
  z.object({
    id: z.string(),
    engagementId: z.string(),
    needId: z.string(),
    need: z.object(namedNeed).optional(),
    institute: z.object({ id: z.string(), name: z.string() }).optional(),
    brokerId: z.string(),
    brokerName: z.string().optional(),
    at: instantOut,
  }),
);
