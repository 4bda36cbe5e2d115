import type { Actor } from '../../access/actor.ts';
import { endOfDay } from '../../calendar/dates.ts';
import type { Clock } from '../../clock.ts';
import type { ProposalAnswer } from '../../vocabulary.ts';
import type { ReportQuery } from './report.ts';
import { asks } from './report-access.ts';
import { type BrokerQuery, type createBrokerTable, sortBrokers } from './report-broker-table.ts';
import { type Paging, pageByKey, pageByPosition } from './report-paging.ts';
import type { Period } from './report-period.ts';
import type { Asked } from './report-service.ts';

export type BrokerTableService = ReturnType<typeof createBrokerTableService>;

interface OneBroker extends Period {
  /** All brokers of the district without it. */
  brokerId?: string | undefined;
  asOf?: string | undefined;
}

/** Rows of lists need no measure and no basis. */
const anyMeasure = { measure: 'brokered', basis: 'signed', flow: 'all' } as const;

/** The brokers' table, and the proposals and meetings behind it. */
export function createBrokerTableService(parts: {
  brokerTable: ReturnType<typeof createBrokerTable>;
  clock: Clock;
}) {
  const { brokerTable, clock } = parts;

  function queryOf(actor: Actor, asked: Asked) {
    return untilThen(asks(actor, 'read', asked), clock.now());
  }

  return {
    async brokers(actor: Actor, asked: Asked, { sort, ...page }: Paging & { sort: string }) {
      const { rows, ...sums } = await brokerTable.table(queryOf(actor, asked));
      return { ...pageByPosition(sortBrokers(rows, sort), page), ...sums };
    },

    async proposals(
      actor: Actor,
      { brokerId, ...period }: OneBroker,
      answer: ProposalAnswer | undefined,
      page: Paging,
    ) {
      const query = queryOf(actor, { ...period, ...anyMeasure });
      const found = [];
      for await (const one of brokerTable.proposals(query, brokerId)) {
        if (answer === undefined || one.answer === answer) found.push(one);
      }
      return inOrder(found, page);
    },

    async meetings(actor: Actor, { brokerId, ...period }: OneBroker, page: Paging) {
      const query = queryOf(actor, { ...period, ...anyMeasure });
      const found = [];
      for await (const one of brokerTable.meetings(query, brokerId)) found.push(one);
      return inOrder(found, page);
    },
  };
}

/** The question with the instant up to which it looks. */
export function untilThen(query: ReportQuery, now: Date): BrokerQuery {
  const end = query.asOf === undefined ? now : endOfDay(query.asOf);
  return { ...query, until: end < now ? end : now };
}

/** By the instant, then by id. */
function inOrder<T extends { at: Date; id: string }>(all: T[], page: Paging) {
  const keyOf = ({ at, id }: T) => `${at.toISOString()} ${id}`;
  return pageByKey(
    all.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    page,
    keyOf,
  );
}
