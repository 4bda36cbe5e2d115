import type { Actor } from '../../access/actor.ts';
import { conflict } from '../../errors.ts';
import type { Page } from '../../store/page.ts';
import type { ExclusionReason, Grouping } from '../../vocabulary.ts';
import type { Group } from './report.ts';
import { createAchievementTally, placeOf } from './report-achievements.ts';
import {
  canNarrow,
  createFrozenGroups,
  createFrozenSum,
  type FrozenRow,
  isFrozenBehind,
  partIn,
} from './report-frozen.ts';
import type { RowFilter } from './report-grouping.ts';
import { type Paging, pageByKey, readPosition } from './report-paging.ts';
import type { Report } from './report-published.ts';
import type { RowTotal } from './report-row-sum.ts';
import type { ReportStore } from './report-store.ts';

export interface FrozenFilter extends RowFilter {
  kind: 'rows' | 'excludedRows';
  excluded?: ExclusionReason | undefined;
}

type ShownFrozenRow = FrozenRow & { brokerTechnologyValueFen?: number };

/** The rows of a publication, all or those behind one of its figures, as they were frozen. */
export function createFrozenRows({ reports }: { reports: ReportStore }) {
  async function* behind(report: Report, filter: FrozenFilter): AsyncIterable<FrozenRow> {
    const { kind, excluded, ...narrow } = filter;
    for await (const row of reports.itemsOf(report._id, kind)) {
      if (excluded !== undefined && row.reason !== excluded) continue;
      if (isFrozenBehind(row, narrow, report.district)) yield row;
    }
  }

  async function opened(actor: Actor, id: string, filter: FrozenFilter): Promise<Report> {
    const report = await reports.get(actor, id);
    if (canNarrow(report, filter)) return report;
    throw conflict(
      'rows_without_keys',
      'The rows of this publication were frozen without what this figure was split by.',
    );
  }

  const shownPart = (row: FrozenRow, { brokerId }: RowFilter) =>
    brokerId === undefined ? {} : { brokerTechnologyValueFen: partIn(row, brokerId) ?? 0 };

  return {
    /** A page of them, with what all pages add up to. */
    async page(
      actor: Actor,
      id: string,
      filter: FrozenFilter,
      page: Paging,
    ): Promise<Page<ShownFrozenRow> & { total: RowTotal }> {
      const report = await opened(actor, id, filter);
      const from = page.cursor === undefined ? 0 : readPosition(page.cursor);
      const next = from + page.limit;
      const sum = createFrozenSum(filter);
      const items: ShownFrozenRow[] = [];
      let place = 0;
      for await (const row of behind(report, filter)) {
        sum.add(row);
        if (place >= from && place < next) items.push({ ...row, ...shownPart(row, filter) });
        place += 1;
      }
      return { items, nextCursor: next < place ? String(next) : null, total: sum.result() };
    },

    /** The figures split by anything that the rows can tell of themselves. */
    async groups(actor: Actor, id: string, groupBy: Grouping): Promise<Group[]> {
      const report = await opened(actor, id, { kind: 'rows', groupBy, key: '' });
      const groups = createFrozenGroups(groupBy, report.district);
      for await (const row of reports.itemsOf(report._id, 'rows')) groups.add(row);
      return groups.result();
    },

    /** Distinct achievements of the counted rows, each with the first agreement that names it. */
    async achievements(actor: Actor, id: string, filter: RowFilter, page: Paging) {
      const counted = { ...filter, kind: 'rows' } as const;
      const report = await opened(actor, id, counted);
      const tally = createAchievementTally();
      for await (const row of behind(report, counted)) tally.add(row);
      return pageByKey(tally.result(), page, placeOf);
    },
  };
}
