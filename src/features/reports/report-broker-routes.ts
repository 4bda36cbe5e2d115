import { shanghaiDate } from '../../calendar/dates.ts';
import type { Clock } from '../../clock.ts';
import { type Route, route } from '../../http/route.ts';
import {
  brokersAnswer,
  brokersQuery,
  meetingsAnswer,
  meetingsQuery,
  proposalsAnswer,
  proposalsQuery,
} from './report-broker-schema.ts';
import type { BrokerTableService } from './report-broker-service.ts';
import type { ReportNaming } from './report-naming.ts';

export interface BrokerTableRouteParts {
  brokerTables: BrokerTableService;
  reportNaming: ReportNaming;
  clock: Clock;
}

const office = ['bureau', 'admin'] as const;

/** What each broker did in a period, and the proposals and meetings behind it. */
export function brokerTableRoutes(ctx: BrokerTableRouteParts): Route[] {
  const { brokerTables, reportNaming: naming, clock } = ctx;
  return [
    route(
      {
        method: 'get',
        path: '/reports/brokers',
        summary: 'The brokers’ table: load, answers, talks and results of a period',
        roles: office,
        query: brokersQuery,
        answer: brokersAnswer,
      },
      async ({ actor, query: { limit, cursor, sort, ...asked } }) => ({
        ...asked,
        district: actor.district,
        asOf: asked.asOf ?? shanghaiDate(clock.now()),
        ...(await brokerTables.brokers(actor, asked, { limit, cursor, sort })),
      }),
    ),
    route(
      {
        method: 'get',
        path: '/reports/brokers/proposals',
        summary: 'The needs that brokers were asked to take in a period, with the answers',
        roles: office,
        query: proposalsQuery,
        answer: proposalsAnswer,
      },
      async ({ actor, query: { limit, cursor, answer, ...asked } }) => {
        const page = await brokerTables.proposals(actor, asked, answer, { limit, cursor });
        const [need, names] = await Promise.all([
          naming.needs(
            actor,
            page.items.map(({ needId }) => needId),
          ),
          naming.brokerNames(page.items.map(({ brokerId }) => brokerId)),
        ]);
        return {
          items: page.items.map((one) => ({
            ...one,
            need: need(one.needId),
            brokerName: names.get(one.brokerId),
            at: one.at.toISOString(),
            answeredAt: one.answeredAt?.toISOString(),
          })),
          nextCursor: page.nextCursor,
          total: page.total,
        };
      },
    ),
    route(
      {
        method: 'get',
        path: '/reports/brokers/meetings',
        summary: 'The meetings held in a period on engagements that brokers lead',
        roles: office,
        query: meetingsQuery,
        answer: meetingsAnswer,
      },
      async ({ actor, query: { limit, cursor, ...asked } }) => {
        const page = await brokerTables.meetings(actor, asked, { limit, cursor });
        const [need, firm, names] = await Promise.all([
          naming.needs(
            actor,
            page.items.map(({ needId }) => needId),
          ),
          naming.firms(page.items.map(({ instituteId }) => instituteId)),
          naming.brokerNames(page.items.map(({ brokerId }) => brokerId)),
        ]);
        return {
          items: page.items.map(({ instituteId, ...one }) => ({
            ...one,
            need: need(one.needId),
            institute: firm(instituteId),
            brokerName: names.get(one.brokerId),
            at: one.at.toISOString(),
          })),
          nextCursor: page.nextCursor,
          total: page.total,
        };
      },
    ),
  ];
}
