import { presentStored } from '../../store/present.ts';
import { narrowsOf } from './report-frozen.ts';
import type { Report } from './report-published.ts';
import type { ReportHead } from './report-schema.ts';

/** Adjustments shown beside a report; the exports have all. */
export const adjustmentsShown = 1_000;

export function presentReport(report: Report, labels: ReadonlyMap<string, string>): ReportHead {
  const { district, from, to, measure, basis, flow, asOf, groupBy, edition } = report;
  const { figures, excluded, adjustedPeriods, adjustmentTotals, counts, checksum } = report;
  return {
    ...presentStored(report),
    district,
    from,
    to,
    measure,
    basis,
    flow,
    asOf,
    ...(groupBy && { groupBy }),
    edition,
    ...figures,
    groups: withLabels(report.groups, labels),
    excluded,
    adjustedPeriods,
    adjustmentTotals,
    ...(report.rowsVersion && { rowsVersion: report.rowsVersion }),
    narrows: narrowsOf(report),
    counts,
    checksum,
    publishedBy: report.publishedBy,
    publishedAt: report.publishedAt.toISOString(),
  };
}

/** Names for keys that are ids; other keys are codes that the reader's own language names. */
export const withLabels = <G extends { key: string }>(
  groups: readonly G[],
  labels: ReadonlyMap<string, string>,
): (G & { label?: string })[] =>
  groups.map((group) => {
    const label = labels.get(group.key);
    return label === undefined ? group : { ...group, label };
  });

export function presentAdjustment<
  A extends {
    reportId: string;
    from: string;
    to: string;
    agreementId: string;
    reason: string;
    contractValueFen: number;
    technologyValueFen: number;
  },
>({ reportId, from, to, agreementId, reason, contractValueFen, technologyValueFen }: A) {
  return { reportId, from, to, agreementId, reason, contractValueFen, technologyValueFen };
}
