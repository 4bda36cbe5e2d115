import { shanghaiDate } from '../../calendar/dates.ts';
import type { Clock } from '../../clock.ts';
import { type Route, route } from '../../http/route.ts';
import {
  funnelAnswer,
  funnelNeedsAnswer,
  funnelNeedsQuery,
  funnelQuery,
} from './report-funnel-schema.ts';
import type { FunnelService } from './report-funnel-service.ts';
import { presentNeed, type ReportNaming } from './report-naming.ts';

export interface FunnelRouteParts {
  funnels: FunnelService;
  reportNaming: ReportNaming;
  clock: Clock;
}

const office = ['bureau', 'admin'] as const;

/** How far the needs of a period have come. */
export function funnelRoutes({ funnels, reportNaming: naming, clock }: FunnelRouteParts): Route[] {
  const today = () => shanghaiDate(clock.now());
  return [
    route(
      {
        method: 'get',
        path: '/reports/funnel',
        summary: 'How far the needs posted in a period came, from posting to registration',
        roles: office,
        query: funnelQuery,
        answer: funnelAnswer,
      },
      async ({ actor, query: { asOf = today(), ...period } }) => ({
        ...{ ...period, asOf, district: actor.district },
        steps: await funnels.funnel(actor, { ...period, asOf }),
      }),
    ),
    route(
      {
        method: 'get',
        path: '/reports/funnel/needs',
        summary: 'The needs that reached a step of the funnel, or those that did not',
        roles: office,
        query: funnelNeedsQuery,
        answer: funnelNeedsAnswer,
      },
      async ({ actor, query: { limit, cursor, step, reached, asOf = today(), ...period } }) => {
        const asked = { ...period, asOf };
        const page = await funnels.needsOf(actor, asked, { step, reached }, { limit, cursor });
        const firm = await naming.firms(page.items.map(({ need }) => need.organizationId));
        return {
          items: page.items.map(({ need, furthest, reached: days }) => ({
            ...presentNeed(need, firm(need.organizationId)),
            furthest,
            reachedOn: days[step],
            postedOn: days.posted,
          })),
          nextCursor: page.nextCursor,
        };
      },
    ),
  ];
}
