import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type * as z from 'zod';
import type {
  brokersAnswer,
  meetingsAnswer,
  proposalsAnswer,
} from '../../features/reports/report-broker-schema.ts';
import type {
  frozenGroupsAnswer,
  frozenRowsAnswer,
} from '../../features/reports/report-frozen-schema.ts';
import type {
  funnelAnswer,
  funnelNeedsAnswer,
} from '../../features/reports/report-funnel-schema.ts';
import type {
  achievementsAnswer,
  flowsAnswer,
  glanceAnswer,
  solvedAnswer,
} from '../../features/reports/report-glance-schema.ts';
import type {
  ReportHead,
  reportBody,
  summaryAnswer,
  summaryRowsAnswer,
} from '../../features/reports/report-schema.ts';
import type { reportAnswer } from '../../features/reports/report-views-schema.ts';
import { call, type Query } from './client.ts';
import { type Page, resource } from './resource.ts';

export type { ReportHead };
export type ReportAnswer = z.output<typeof reportAnswer>;
export type ReportInput = z.input<typeof reportBody>;
export type Glance = z.output<typeof glanceAnswer>;
export type Summary = z.output<typeof summaryAnswer>;
export type Flows = z.output<typeof flowsAnswer>;
export type Funnel = z.output<typeof funnelAnswer>;
export type BrokerTable = z.output<typeof brokersAnswer>;
export type SummaryRows = z.output<typeof summaryRowsAnswer>;
export type FrozenGroups = z.output<typeof frozenGroupsAnswer>;
export type FrozenRows = z.output<typeof frozenRowsAnswer>;
export type Achievements = z.output<typeof achievementsAnswer>;
export type SolvedNeeds = z.output<typeof solvedAnswer>;
export type FunnelNeeds = z.output<typeof funnelNeedsAnswer>;
export type Proposals = z.output<typeof proposalsAnswer>;
export type Meetings = z.output<typeof meetingsAnswer>;

/** Published reports. */
export const reports = resource<ReportAnswer, ReportInput, never, Page<ReportHead>>('/reports');

/** What is reckoned when it is asked for: `glance`, `summary`, `funnel`, rows. */
export const reckoned = <A>(part: string, query: Query) =>
  queryOptions({
    queryKey: [reports.path, part, query],
    queryFn: ({ signal }) => call<A>('GET', `${reports.path}/${part}`, { query, signal }),
    placeholderData: keepPreviousData,
  });
