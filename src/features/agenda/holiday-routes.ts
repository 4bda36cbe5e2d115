import * as z from 'zod';
import { exceptionsOf, isProvisional } from '../../calendar/working-days.ts';
import { type Route, route } from '../../http/route.ts';

export function holidayRoutes(): Route[] {
  return [
    route(
      {
        method: 'get',
        path: '/holidays',
        summary: 'Weekdays off and weekends worked in a year, as deadlines reckon with them',
        query: z.strictObject({ year: z.coerce.number().int().min(2000).max(2099) }),
        answer: z.object({
          year: z.int(),
          /** The year's notice is not out yet: only what the statute fixes. */
          provisional: z.boolean(),
          holidays: z.array(z.string()),
          workdays: z.array(z.string()),
        }),
      },
      async ({ query: { year } }) => ({
        year,
        provisional: isProvisional(year),
        ...exceptionsOf(year),
      }),
    ),
  ];
}
