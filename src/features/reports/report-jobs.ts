import type { Clock } from '../../clock.ts';
import type { Repair } from '../../jobs/reconciler.ts';
import type { ReportStore } from './report-store.ts';

/** Longer than any publication takes. */
const brokenOffMs = 60 * 60 * 1000;

/** Takes away rows of a publication that a crash broke off before its head was written. */
export function reportRepair(parts: {
  reports: Pick<ReportStore, 'dropHeadless'>;
  clock: Clock;
}): Repair {
  return {
    name: 'report rows without a report',
    run: (signal) =>
      parts.reports.dropHeadless(new Date(parts.clock.now().getTime() - brokenOffMs), signal),
  };
}
