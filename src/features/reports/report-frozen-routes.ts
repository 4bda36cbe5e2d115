import { type Route, route } from '../../http/route.ts';
import {
  frozenAchievementsQuery,
  frozenGroupsAnswer,
  frozenGroupsQuery,
  frozenRowsAnswer,
  frozenRowsQuery,
} from './report-frozen-schema.ts';
import { achievementsAnswer } from './report-glance-schema.ts';
import { withLabels } from './report-presenter.ts';
import type { ReportRouteParts } from './report-routes.ts';

const office = ['bureau', 'admin'] as const;

/** What stands behind the figures of a published report. */
export function frozenReportRoutes(
  ctx: Pick<ReportRouteParts, 'reports' | 'reportNaming'>,
): Route[] {
  const { reports, reportNaming } = ctx;
  return [
    route(
      {
        method: 'get',
        path: '/reports/:id/groups',
        summary: 'The figures of a published report, split by anything that its rows know',
        roles: office,
        query: frozenGroupsQuery,
        answer: frozenGroupsAnswer,
      },
      async ({ actor, params, query: { groupBy } }) => {
        const groups = await reports.frozen.groups(actor, params.id, groupBy);
        return { groupBy, groups: withLabels(groups, await reportNaming.keys(groupBy, groups)) };
      },
    ),
    route(
      {
        method: 'get',
        path: '/reports/:id/rows',
        summary: 'The frozen rows of a published report',
        roles: office,
        query: frozenRowsQuery,
        answer: frozenRowsAnswer,
      },
      ({ actor, params, query: { limit, cursor, excluded, kind, ...filter } }) => {
        const of = kind ?? (excluded === undefined ? 'rows' : 'excludedRows');
        const asked = { ...filter, kind: of, excluded };
        return reports.frozen.page(actor, params.id, asked, { limit, cursor });
      },
    ),
    route(
      {
        method: 'get',
        path: '/reports/:id/achievements',
        summary: 'The distinct achievements of a published report, each with its first agreement',
        roles: office,
        query: frozenAchievementsQuery,
        answer: achievementsAnswer,
      },
      async ({ actor, params, query: { limit, cursor, ...filter } }) => {
        const page = await reports.frozen.achievements(actor, params.id, filter, { limit, cursor });
        return { ...page, items: await reportNaming.achievements(actor, page.items) };
      },
    ),
  ];
}
