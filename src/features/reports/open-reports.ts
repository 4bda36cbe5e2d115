import type { Clock } from '../../clock.ts';
import type { NewId } from '../../ids.ts';
import type { AgreementStore } from '../agreements/agreement-store.ts';
import { createReportFacts } from './report-facts.ts';
import { reportRepair } from './report-jobs.ts';
import { createReportService } from './report-service.ts';
import type { ReportStore } from './report-store.ts';

/** Puts the parts of this feature together: the service, and the sweep of broken-off publications. */
export async function openReports(parts: {
  reports: ReportStore;
  agreements: AgreementStore;
  newId: NewId;
  clock: Clock;
}) {
  const { reports, agreements, newId } = parts;
  await reports.chunks.createIndexes();
  const facts = createReportFacts({ agreements });
  return {
    service: createReportService({ reports, facts, newId }),
    repairs: [reportRepair(parts)],
  };
}
