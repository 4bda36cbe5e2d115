import type { Actor, Command } from '../../access/actor.ts';
import { shanghaiDate } from '../../calendar/dates.ts';
import { AppError } from '../../errors.ts';
import type { NewId } from '../../ids.ts';
import type { ExclusionReason } from '../../vocabulary.ts';
import type { Figures, ReportQuery, ReportRow } from './report.ts';
import {
  adjusted,
  adjustmentsBetween,
  contributions,
  difference,
  figuresOf,
  periodsToAdjust,
} from './report-adjustment.ts';
import { createChecksum } from './report-checksum.ts';
import { classify } from './report-classify.ts';
import type { ReportFacts } from './report-facts.ts';
import { type FrozenRow, frozenRow, rowsVersion } from './report-frozen.ts';
import {
  type AdjustedPeriod,
  type CarriedAdjustment,
  checkedHead,
  chunkKinds,
  type Report,
} from './report-published.ts';
import { excludedRow, inRowOrder } from './report-row.ts';
import type { ReportStore } from './report-store.ts';
import { createSummaryFold } from './report-summary.ts';
import type { ReadViews } from './report-views.ts';

export interface Carried {
  periods: AdjustedPeriod[];
  items: CarriedAdjustment[];
  totals: Figures;
}

const nothing: Figures = {
  achievements: 0,
  agreements: 0,
  contractValueFen: 0,
  technologyValueFen: 0,
};

const plus = (a: Figures, b: Figures): Figures => ({
  achievements: a.achievements + b.achievements,
  agreements: a.agreements + b.agreements,
  contractValueFen: a.contractValueFen + b.contractValueFen,
  technologyValueFen: a.technologyValueFen + b.technologyValueFen,
});

/** Publishing: what a period's figures are, frozen with every row behind them. */
export function createPublication(parts: {
  reports: ReportStore;
  facts: ReportFacts;
  newId: NewId;
  readViews: ReadViews;
}) {
  const { reports, facts, newId, readViews } = parts;

  /** Publications of the same measure, basis and flow: the last edition of each period. */
  async function published(actor: Actor, query: ReportQuery): Promise<Report[]> {
    const { district, measure, basis, flow } = query;
    const last = new Map<string, Report>();
    for await (const one of reports.each(actor, { district, measure, basis, flow })) {
      const key = `${one.from} ${one.to}`;
      if (one.edition > (last.get(key)?.edition ?? 0)) last.set(key, one);
    }
    return [...last.values()];
  }

  async function rowsNow(query: ReportQuery) {
    const rows: FrozenRow[] = [];
    const excluded: ReportRow[] = [];
    const fold = createSummaryFold(query);
    for await (const agreement of facts.named(query)) {
      fold.add(agreement);
      const found = classify(agreement, query);
      if (found?.excluded) excluded.push(excludedRow(found.excluded));
      else if (found) rows.push(...found.rows.map((row) => frozenRow(row, query.district)));
    }
    return {
      rows: rows.toSorted(inRowOrder),
      excluded: excluded.toSorted(inRowOrder),
      summary: fold.result(),
    };
  }

  /** What has changed in one earlier publication since it, and since its last adjustment. */
  async function adjustmentsOf(earlier: Report, asOf: string | undefined) {
    const { district, from, to, measure, basis, flow } = earlier;
    const query: ReportQuery = { district, from, to, measure, basis, flow, asOf };
    const frozen: ReportRow[] = [];
    for await (const row of reports.itemsOf(earlier._id, 'rows')) frozen.push(row);
    const carried: CarriedAdjustment[] = [];
    for await (const one of reports.adjustmentsAbout(earlier._id)) carried.push(one);
    const before = adjusted(contributions(frozen), carried);
    const { rows, excluded } = await rowsNow(query);
    const reasons = new Map<string, ExclusionReason>(
      excluded.map((row) => [row.agreementId, row.reason!]),
    );
    const after = contributions(rows);
    return {
      items: adjustmentsBetween(before, after, reasons).map((one): CarriedAdjustment => {
        return { reportId: earlier._id, from, to, ...one };
      }),
      figures: difference(figuresOf(before), figuresOf(after)),
    };
  }

  /** What the publication of this period carries for earlier ones. */
  async function carriedBy(actor: Actor, query: ReportQuery): Promise<Carried> {
    const carried: Carried = { periods: [], items: [], totals: nothing };
    for (const earlier of periodsToAdjust(await published(actor, query), query)) {
      const { items, figures } = await adjustmentsOf(earlier, query.asOf);
      if (items.length === 0) continue;
      const { _id: reportId, from, to, edition } = earlier;
      carried.periods.push({ reportId, from, to, edition, count: items.length, ...figures });
      carried.items.push(...items);
      carried.totals = plus(carried.totals, figures);
    }
    return carried;
  }

  async function freezeAdjustments(reportId: string, carried: Carried, at: Date) {
    let start = 0;
    for (const { reportId: about } of carried.periods) {
      const items = carried.items.filter((one) => one.reportId === about);
      start = await reports.freeze(reportId, 'adjustments', items, at, { start, about });
    }
  }

  async function publish(cmd: Command, query: ReportQuery): Promise<Report> {
    const { district, from, to, measure, basis, flow, groupBy } = query;
    const same = (await published(cmd.actor, query)).find((r) => r.from === from && r.to === to);
    const { rows, excluded, summary } = await rowsNow(query);
    const carried = await carriedBy(cmd.actor, query);
    const { groups, excluded: excludedCounts, ...figures } = summary;
    const head = {
      district,
      from,
      to,
      measure,
      basis,
      flow,
      asOf: query.asOf ?? shanghaiDate(cmd.at),
      ...(groupBy && { groupBy }),
      edition: (same?.edition ?? 0) + 1,
      figures,
      groups,
      excluded: excludedCounts,
      adjustedPeriods: carried.periods,
      adjustmentTotals: carried.totals,
      counts: {
        rows: rows.length,
        excludedRows: excluded.length,
        adjustments: carried.items.length,
      },
      publishedBy: { id: cmd.actor.id, name: cmd.actor.name },
      publishedAt: cmd.at,
      rowsVersion,
      views: await readViews(query, cmd.at),
    };
    const checksum = createChecksum(checkedHead(head));
    for (const row of [...rows, ...excluded, ...carried.items]) checksum.add(row);
    const reportId = newId(cmd.at);
    try {
      await reports.freeze(reportId, 'rows', rows, cmd.at);
      await reports.freeze(reportId, 'excludedRows', excluded, cmd.at);
      await freezeAdjustments(reportId, carried, cmd.at);
      const fields = { ...head, checksum: checksum.digest() };
      return await reports.insert(cmd, fields, { action: 'published' }, reportId);
    } catch (error) {
      await reports.dropRows(reportId);
      throw racing(error);
    }
  }

  /** Whether head and rows still give the checksum that was published with them. */
  async function holds(report: Report): Promise<boolean> {
    const checksum = createChecksum(checkedHead(report));
    for (const kind of chunkKinds) {
      for await (const item of reports.itemsOf(report._id, kind)) checksum.add(item);
    }
    return checksum.digest() === report.checksum;
  }

  return { publish, carriedBy, holds };
}

/** Two publications of one period at a time would both be its next edition. */
function racing(error: unknown): unknown {
  if (!(error instanceof AppError && error.code === 'already_exists')) return error;
  return new AppError(409, 'busy', 'This period is being published right now. Try again.');
}
