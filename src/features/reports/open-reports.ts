import type { Clock } from '../../clock.ts';
import type { NewId } from '../../ids.ts';
import type { AgreementStore } from '../agreements/agreement-store.ts';
import type { AssignmentStore } from '../brokers/assignment-store.ts';
import type { BrokerStore } from '../brokers/broker-store.ts';
import type { CapabilityStore } from '../capabilities/capability-store.ts';
import type { EngagementStore } from '../engagements/engagement-store.ts';
import type { MatchDecisionStore } from '../matching/match-store.ts';
import type { NeedStore } from '../needs/need-store.ts';
import { createBrokerTableService } from './report-broker-service.ts';
import { createBrokerTable } from './report-broker-table.ts';
import { createReportFacts } from './report-facts.ts';
import { createFunnelService } from './report-funnel-service.ts';
import { createGlanceService } from './report-glance-service.ts';
import { reportRepair } from './report-jobs.ts';
import { createReportNaming } from './report-naming.ts';
import { createReportService } from './report-service.ts';
import { createSolvedNeeds } from './report-solved.ts';
import type { ReportStore } from './report-store.ts';
import { createReportViews } from './report-views.ts';

/** Puts the parts of this feature together: its services, and the sweep of broken-off publications. */
export async function openReports(parts: {
  reports: ReportStore;
  agreements: AgreementStore;
  needs: NeedStore;
  assignments: AssignmentStore;
  engagements: EngagementStore;
  brokers: BrokerStore;
  capabilities: CapabilityStore;
  matchDecisions: MatchDecisionStore;
  promising(needIds: readonly string[]): Promise<Set<string>>;
  organizationNames(ids: readonly string[]): Promise<Map<string, string>>;
  newId: NewId;
  clock: Clock;
}) {
  const { reports, newId, clock } = parts;
  await reports.chunks.createIndexes();
  const facts = createReportFacts(parts);
  const solved = createSolvedNeeds({ ...parts, facts });
  const brokerTable = createBrokerTable({ ...parts, facts, solved });
  const funnels = createFunnelService(parts);
  const readViews = createReportViews({ facts, solved, funnels, brokerTable });
  return {
    service: createReportService({ reports, facts, newId, readViews }),
    glances: createGlanceService({ facts, solved }),
    funnels,
    brokerTables: createBrokerTableService({ brokerTable, clock }),
    naming: createReportNaming(parts),
    repairs: [reportRepair(parts)],
  };
}
