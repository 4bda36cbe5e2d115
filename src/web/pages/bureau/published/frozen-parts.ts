import type { Grouping } from '../../../../vocabulary.ts';
import type { ReportHead } from '../../../api/reports.ts';
import { addressWith } from '../question/question.ts';
import type { RowPart } from '../rows/rows-address.ts';

/** What a published report's page shows, one at a time. */
export const frozenParts = [
  'figures',
  'rows',
  'achievements',
  'excludedRows',
  'adjustments',
] as const;
export type FrozenPart = (typeof frozenParts)[number];

/** Parameters that narrow frozen rows to those behind one figure; the service's own names. */
export const frozenFilters = [
  ...['groupBy', 'key', 'by', 'seller', 'buyer', 'brokerId', 'excluded'],
] as const;

/** Where the frozen rows behind a figure are shown. */
export const frozenAddress = (id: string, part: FrozenPart, filter: RowPart = {}): string =>
  addressWith(`/reports/${id}`, {}, { part, ...filter });

/** Whether the rows were frozen with what the figures are split by. */
export const tells = ({ narrows }: ReportHead, groupBy: Grouping): boolean =>
  narrows.groupBy.includes(groupBy);
