import type { Stored } from '../../store/stored.ts';
import type { Basis, Flow, Grouping, Measure } from '../../vocabulary.ts';
import type { Figures, ReportRow, Summary } from './report.ts';
import type { Adjustment } from './report-adjustment.ts';
import type { FrozenRow, rowsVersion } from './report-frozen.ts';
import type { ReportViews } from './report-views.ts';

/** An adjustment with the publication whose period it adjusts. */
export interface CarriedAdjustment extends Adjustment {
  reportId: string;
  from: string;
  to: string;
}

/** What a publication adds to the figures of an earlier one. */
export interface AdjustedPeriod extends Figures {
  reportId: string;
  from: string;
  to: string;
  edition: number;
  /** How many agreements it touches. */
  count: number;
}

/** A published report (frozen): written once, never changed. Its rows are in chunks beside it. */
export interface Report extends Stored {
  district: string;
  from: string;
  to: string;
  measure: Measure;
  basis: Basis;
  flow: Flow;
  asOf: string;
  groupBy?: Grouping;
  /** Publishing the same period again is another edition; later adjustments start from the last. */
  edition: number;
  figures: Figures;
  groups: Summary['groups'];
  excluded: Summary['excluded'];
  adjustedPeriods: AdjustedPeriod[];
  adjustmentTotals: Figures;
  counts: { rows: number; excludedRows: number; adjustments: number };
  /** What the rows know of themselves; absent where they have no keys. */
  rowsVersion?: typeof rowsVersion;
  /** The half-year page of the period; absent in what was published before there was one. */
  views?: ReportViews;
  /** SHA-256 over the canonical JSON of head and rows; see `createChecksum`. */
  checksum: string;
  publishedBy: { id: string; name: string };
  publishedAt: Date;
}

export const chunkKinds = ['rows', 'excludedRows', 'adjustments'] as const;
export type ChunkKind = (typeof chunkKinds)[number];

export interface ChunkItems {
  rows: FrozenRow;
  excludedRows: ReportRow;
  adjustments: CarriedAdjustment;
}

/**
 * The members that the checksum covers, besides the rows. What an older publication has not is left
 * out of its canonical JSON, so that it gives the checksum that it was published with.
 */
export function checkedHead(report: Omit<Report, keyof Stored | 'checksum'>) {
  const { district, from, to, measure, basis, flow, asOf, groupBy, edition } = report;
  const { figures, groups, excluded, adjustedPeriods, adjustmentTotals, counts } = report;
  const { publishedBy, publishedAt, views, rowsVersion } = report;
  return {
    district,
    from,
    to,
    measure,
    basis,
    flow,
    asOf,
    groupBy,
    edition,
    figures,
    groups,
    excluded,
    adjustedPeriods,
    adjustmentTotals,
    counts,
    publishedBy,
    publishedAt,
    views,
    rowsVersion,
  };
}
