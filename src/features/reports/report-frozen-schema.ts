import * as z from 'zod';
import { listAnswer } from '../../schema/list.ts';
import { exclusionReasons, flowSides, groupings } from '../../vocabulary.ts';
import { groups, paging, rowFilter, rowTotal, shownRow, withItsParts } from './report-schema.ts';

export const frozenRowsQuery = withItsParts(
  z.strictObject({
    kind: z.enum(['rows', 'excludedRows']).optional(),
    ...rowFilter,
    excluded: z.enum(exclusionReasons).optional(),
    ...paging,
  }),
);

export const frozenAchievementsQuery = withItsParts(z.strictObject({ ...rowFilter, ...paging }));

export const frozenGroupsQuery = z.strictObject({ groupBy: z.enum(groupings) });
export const frozenGroupsAnswer = z.object({ groupBy: z.enum(groupings), groups });

export const frozenRowsAnswer = listAnswer(
  shownRow.extend({
    keys: z
      .record(z.enum(groupings), z.string())
      .optional()
      .describe('The group of the row in every grouping; absent in older publications'),
    sides: z
      .record(z.enum(flowSides), z.object({ seller: z.string(), buyer: z.string() }))
      .optional(),
    parts: z
      .array(z.object({ brokerId: z.string(), technologyValueFen: z.int() }))
      .optional()
      .describe('Whose it is; an empty id is the part that no broker has'),
  }),
).extend(rowTotal);
