import { shanghaiDate } from '../../calendar/dates.ts';
import type { ReportQuery } from './report.ts';
import { untilThen } from './report-broker-service.ts';
import { type BrokerTable, type createBrokerTable, sortBrokers } from './report-broker-table.ts';
import type { ReportFacts } from './report-facts.ts';
import type { FunnelBar } from './report-funnel.ts';
import type { FunnelService } from './report-funnel-service.ts';
import type { Glance } from './report-glance.ts';
import { readGlance } from './report-glance-service.ts';
import type { SolvedNeeds } from './report-solved.ts';

/** What a publication freezes beside its figures and rows; what is "now" in it is its instant. */
export interface ReportViews {
  /** Of this shape; a later one gets another number. */
  version: 1;
  glance: Glance;
  funnel: FunnelBar[];
  brokers: BrokerTable;
}

export type ReadViews = (query: ReportQuery, at: Date) => Promise<ReportViews>;

/** Reads the half-year page as it stands at the instant of a publication. */
export function createReportViews(parts: {
  facts: ReportFacts;
  solved: SolvedNeeds;
  funnels: Pick<FunnelService, 'funnelOf'>;
  brokerTable: Pick<ReturnType<typeof createBrokerTable>, 'table'>;
}): ReadViews {
  const { funnels, brokerTable } = parts;
  return async ({ groupBy: _, ...query }, at) => {
    const asOf = query.asOf ?? shanghaiDate(at);
    const glance = await readGlance(parts, query);
    const funnel = await funnels.funnelOf({ ...query, asOf });
    const { rows, ...sums } = await brokerTable.table(untilThen(query, at));
    const brokers = { rows: sortBrokers(rows, '-technologyValueFen'), ...sums };
    return { version: 1, glance, funnel, brokers };
  };
}
