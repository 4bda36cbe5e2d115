import { shanghaiDate } from '../../calendar/dates.ts';
import type { Clock } from '../../clock.ts';
import { type Route, route } from '../../http/route.ts';
import {
  achievementsAnswer,
  achievementsQuery,
  flowsAnswer,
  flowsQuery,
  glanceAnswer,
  glanceQuery,
  solvedAnswer,
  solvedQuery,
} from './report-glance-schema.ts';
import type { GlanceService } from './report-glance-service.ts';
import type { ReportNaming } from './report-naming.ts';

export interface GlanceRouteParts {
  glances: GlanceService;
  reportNaming: ReportNaming;
  clock: Clock;
}

const office = ['bureau', 'admin'] as const;

/** Half a year at a glance, and what stands behind it. */
export function glanceRoutes({ glances, reportNaming: naming, clock }: GlanceRouteParts): Route[] {
  const today = () => shanghaiDate(clock.now());
  return [
    route(
      {
        method: 'get',
        path: '/reports/glance',
        summary: 'A period against the one before it, month by month, with the needs solved',
        roles: office,
        query: glanceQuery,
        answer: glanceAnswer,
      },
      async ({ actor, query }) => ({
        ...query,
        district: actor.district,
        asOf: query.asOf ?? today(),
        ...(await glances.glance(actor, query)),
      }),
    ),
    route(
      {
        method: 'get',
        path: '/reports/flows',
        summary: 'From whom to whom: sellers against buyers, by kind or by region',
        roles: office,
        query: flowsQuery,
        answer: flowsAnswer,
      },
      async ({ actor, query: { by, ...asked } }) => ({
        ...asked,
        by,
        district: actor.district,
        asOf: asked.asOf ?? today(),
        ...(await glances.flows(actor, asked, by)),
      }),
    ),
    route(
      {
        method: 'get',
        path: '/reports/summary/achievements',
        summary: 'The distinct achievements behind the figure, each with its first agreement',
        roles: office,
        query: achievementsQuery,
        answer: achievementsAnswer,
      },
      async ({ actor, query: { limit, cursor, groupBy, key, by, seller, buyer, ...rest } }) => {
        const { brokerId, ...asked } = rest;
        const filter = { groupBy, key, by, seller, buyer, brokerId };
        const page = await glances.achievements(actor, asked, filter, { limit, cursor });
        return { ...page, items: await naming.achievements(actor, page.items) };
      },
    ),
    route(
      {
        method: 'get',
        path: '/reports/summary/needs',
        summary: 'The needs solved in a period, each on the first day on which it was',
        roles: office,
        query: solvedQuery,
        answer: solvedAnswer,
      },
      async ({ actor, query: { limit, cursor, brokerId, ...asked } }) => {
        const { items, nextCursor, total } = await glances.needs(actor, asked, brokerId, {
          limit,
          cursor,
        });
        const [need, brokers] = await Promise.all([
          naming.needs(
            actor,
            items.map((one) => one.needId),
          ),
          naming.brokerNames(items.map((one) => one.brokerId)),
        ]);
        return {
          items: items.flatMap((one) => {
            const shown = need(one.needId);
            const brokerName = brokers.get(one.brokerId ?? '');
            return shown ? [{ ...shown, ...one, ...(brokerName && { brokerName }) }] : [];
          }),
          nextCursor,
          total,
        };
      },
    ),
  ];
}
