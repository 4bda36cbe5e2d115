import type { Actor } from '../../access/actor.ts';
import { shanghaiDate } from '../../calendar/dates.ts';
import type { Clock } from '../../clock.ts';
import { xlsxType } from '../../export/xlsx-type.ts';
import { type Route, route } from '../../http/route.ts';
import type { RequestMemory } from '../../store/request-memory.ts';
import { sendCsv, sendRows, sendXlsx } from './report-export.ts';
import type { ReportNaming } from './report-naming.ts';
import {
  adjustmentsShown,
  presentAdjustment,
  presentReport,
  withLabels,
} from './report-presenter.ts';
import type { CarriedAdjustment, Report } from './report-published.ts';
import {
  reportBody,
  reportQuery,
  reportsAnswer,
  reportsQuery,
  rowsQuery,
  rowsTableQuery,
  summaryAnswer,
  summaryQuery,
  summaryRowsAnswer,
} from './report-schema.ts';
import type { ReportService } from './report-service.ts';
import { reportAnswer } from './report-views-schema.ts';

export interface ReportRouteParts {
  reports: ReportService;
  reportNaming: ReportNaming;
  clock: Clock;
  stores: { reports: { memory: RequestMemory } };
}

const office = ['bureau', 'admin'] as const;

export function reportRoutes(ctx: ReportRouteParts): Route[] {
  const { reports, clock } = ctx;

  async function presentOne(report: Report, verified?: boolean) {
    const adjustments: CarriedAdjustment[] = [];
    for await (const one of reports.itemsOf(report._id, 'adjustments')) {
      if (adjustments.length === adjustmentsShown) break;
      adjustments.push(one);
    }
    return {
      ...presentReport(report, await ctx.reportNaming.keys(report.groupBy, report.groups)),
      adjustments: await presentAdjustments(adjustments),
      ...(report.views && { views: report.views }),
      ...(verified !== undefined && { verified }),
    };
  }

  /** With what each agreement is called now; the frozen ones know only its id. */
  async function presentAdjustments(all: readonly CarriedAdjustment[]) {
    const names = await ctx.reportNaming.agreements(all.map((one) => one.agreementId));
    return all.map((one) => {
      const title = names.get(one.agreementId)?.title;
      return { ...presentAdjustment(one), ...(title !== undefined && { title }) };
    });
  }

  const show = async (actor: Actor, id: string) => presentOne(await reports.get(actor, id));

  return [
    route(
      {
        method: 'get',
        path: '/reports/summary',
        summary: 'Figures of a period: both values, agreements, distinct achievements',
        roles: office,
        query: summaryQuery,
        answer: summaryAnswer,
      },
      async ({ actor, query: { adjustments, ...asked } }) => {
        const { groups, ...summary } = await reports.summary(actor, asked);
        const carried = adjustments ? await reports.adjustments(actor, asked) : undefined;
        return {
          ...asked,
          district: actor.district,
          asOf: asked.asOf ?? shanghaiDate(clock.now()),
          ...summary,
          groups: withLabels(groups, await ctx.reportNaming.keys(asked.groupBy, groups)),
          ...(carried && {
            adjustedPeriods: carried.periods,
            adjustmentTotals: carried.totals,
            adjustments: await presentAdjustments(carried.items.slice(0, adjustmentsShown)),
          }),
        };
      },
    ),
    route(
      {
        method: 'get',
        path: '/reports/summary/agreements',
        summary: 'The rows behind the figures, or those left out for one reason',
        roles: office,
        query: rowsQuery,
        answer: summaryRowsAnswer,
      },
      ({
        actor,
        query: { limit, cursor, total, excluded, key, by, seller, buyer, brokerId, ...asked },
      }) => {
        const filter = { groupBy: asked.groupBy, key, by, seller, buyer, brokerId };
        return reports.rows(actor, asked, excluded, { limit, cursor, total }, filter);
      },
    ),
    route(
      {
        method: 'get',
        path: '/reports/summary/agreements.csv',
        summary: 'All rows behind a figure, or left out for one reason, as a table',
        roles: office,
        query: rowsTableQuery,
        answer: null,
        produces: 'text/csv',
      },
      async ({ actor, query, res }) => {
        const { excluded, key, by, seller, buyer, brokerId, ...asked } = query;
        const filter = { groupBy: asked.groupBy, key, by, seller, buyer, brokerId };
        await sendRows(res, await reports.everyRow(actor, asked, excluded, filter), query);
      },
    ),
    route(
      {
        method: 'get',
        path: '/reports',
        summary: 'Published reports',
        roles: office,
        query: reportsQuery,
        answer: reportsAnswer,
      },
      async ({ actor, query: { limit, cursor, sort, ...filter } }) => {
        const { items, nextCursor } = await reports.list(actor, filter, { limit, cursor, sort });
        return { items: items.map((one) => presentReport(one, new Map())), nextCursor };
      },
    ),
    route(
      {
        method: 'post',
        path: '/reports',
        summary: 'Publish: freeze the figures of a period with every row behind them',
        roles: office,
        body: reportBody,
        answer: reportAnswer,
        status: 201,
        repeats: { memory: ctx.stores.reports.memory, show },
      },
      async ({ cmd, body }) => presentOne(await reports.publish(cmd, body)),
    ),
    route(
      {
        method: 'get',
        path: '/reports/:id.xlsx',
        summary: 'A published report as a workbook',
        roles: office,
        answer: null,
        produces: xlsxType,
      },
      async ({ actor, params, res }) => {
        const report = await reports.get(actor, params.id);
        const labels = await ctx.reportNaming.keys(report.groupBy, report.groups);
        await sendXlsx(res, report, labels, reports.itemsOf);
      },
    ),
    route(
      {
        method: 'get',
        path: '/reports/:id.csv',
        summary: 'The rows of a published report as a table',
        roles: office,
        answer: null,
        produces: 'text/csv',
      },
      async ({ actor, params, res }) =>
        sendCsv(res, await reports.get(actor, params.id), reports.itemsOf),
    ),
    route(
      {
        method: 'get',
        path: '/reports/:id',
        summary: 'A published report',
        roles: office,
        query: reportQuery,
        answer: reportAnswer,
      },
      async ({ actor, params, query }) => {
        const report = await reports.get(actor, params.id);
        return presentOne(report, query.verify ? await reports.holds(actor, params.id) : undefined);
      },
    ),
  ];
}
