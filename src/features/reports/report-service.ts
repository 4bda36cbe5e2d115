import type { Actor, Command } from '../../access/actor.ts';
import { shanghaiDate } from '../../calendar/dates.ts';
import { invalid } from '../../errors.ts';
import type { NewId } from '../../ids.ts';
import type { Filter } from '../../store/filter.ts';
import type { Page, PageRequest } from '../../store/page.ts';
import type { ExclusionReason } from '../../vocabulary.ts';
import type { CountedRow, ReportQuery, ReportRow, Summary } from './report.ts';
import { asks } from './report-access.ts';
import { classify } from './report-classify.ts';
import type { ReportFacts } from './report-facts.ts';
import { createFrozenRows } from './report-frozen-rows.ts';
import type { RowFilter } from './report-grouping.ts';
import { placedRows, readPlace, writePlace } from './report-places.ts';
import { createPublication } from './report-publication.ts';
import type { Report } from './report-published.ts';
import { countedRow, excludedRow, inRowOrder, type RowPlace } from './report-row.ts';
import { createRowSum, type RowTotal } from './report-row-sum.ts';
import { partsOf } from './report-share.ts';
import type { ReportStore } from './report-store.ts';
import { createSummaryFold } from './report-summary.ts';
import type { ReadViews } from './report-views.ts';

export type ReportService = ReturnType<typeof createReportService>;

export type Asked = Omit<ReportQuery, 'district'>;

/** A row, with the part of the broker whose rows were asked for. */
export type ShownRow = ReportRow & { brokerTechnologyValueFen?: number };

const partOf = (row: CountedRow, { brokerId }: RowFilter) =>
  brokerId === undefined ? {} : { brokerTechnologyValueFen: partsOf(row).get(brokerId) ?? 0 };

/** Rows read at once for an export. */
const portion = 500;

export function createReportService(parts: {
  reports: ReportStore;
  facts: ReportFacts;
  newId: NewId;
  readViews: ReadViews;
}) {
  const { reports, facts } = parts;
  const publication = createPublication(parts);

  /** The rows at these places, as their agreements stand now. */
  async function rowsAt(
    wanted: readonly RowPlace[],
    query: ReportQuery,
    excluded: ExclusionReason | undefined,
    filter: RowFilter,
  ): Promise<ShownRow[]> {
    const named = await facts.ofIds(wanted.map((place) => place.agreementId));
    return wanted.flatMap((place): ShownRow[] => {
      const agreement = named.get(place.agreementId);
      const found = agreement && classify(agreement, query);
      if (found?.excluded) return excluded ? [excludedRow(found.excluded)] : [];
      const row = found?.rows.find((one) => one.paymentId === place.paymentId);
      return row && !excluded ? [{ ...countedRow(row), ...partOf(row, filter) }] : [];
    });
  }

  return {
    async summary(actor: Actor, asked: Asked): Promise<Summary> {
      const query = asks(actor, 'read', asked);
      const fold = createSummaryFold(query);
      for await (const agreement of facts.lean(query)) fold.add(agreement);
      return fold.result();
    },

    /**
     * The rows behind the summary, or those left out for one reason. What all pages add up to is
     * reckoned from the whole period, so it is there only if it is asked for.
     */
    async rows(
      actor: Actor,
      asked: Asked,
      excluded: ExclusionReason | undefined,
      { limit, cursor, total: adds }: Omit<PageRequest, 'sort'> & { total: boolean },
      filter: RowFilter = {},
    ): Promise<Page<ShownRow> & { total?: RowTotal }> {
      const query = asks(actor, 'read', asked);
      const after = cursor === undefined ? undefined : readPlace(cursor);
      const sum = createRowSum(filter);
      const wanted: RowPlace[] = [];
      let more = false;
      for await (const placed of placedRows(
        facts,
        query,
        excluded,
        filter,
        adds ? undefined : after,
      )) {
        if (adds) sum.add(placed.row);
        if (after && inRowOrder(placed, after) <= 0) continue;
        more = wanted.length === limit;
        if (!more) wanted.push(placed);
        else if (!adds) break;
      }
      return {
        items: await rowsAt(wanted, query, excluded, filter),
        nextCursor: more ? writePlace(wanted.at(-1)!) : null,
        ...(adds && { total: sum.result() }),
      };
    },

    /** All of these rows, read in portions as they are taken. */
    async everyRow(
      actor: Actor,
      asked: Asked,
      excluded: ExclusionReason | undefined,
      filter: RowFilter = {},
    ): Promise<AsyncIterable<ShownRow>> {
      const query = asks(actor, 'read', asked);
      const places = placedRows(facts, query, excluded, filter);
      return inPortions(places, (some) => rowsAt(some, query, excluded, filter));
    },

    /** What a publication of this period would carry for earlier publications. */
    adjustments: (actor: Actor, asked: Asked) =>
      publication.carriedBy(actor, asks(actor, 'read', asked)),

    async publish(cmd: Command, asked: Asked): Promise<Report> {
      const query = asks(cmd.actor, 'publish', asked);
      refuseToCome(cmd, asked);
      return publication.publish(cmd, query);
    },

    get: (actor: Actor, id: string) => reports.get(actor, id),

    list: (actor: Actor, filter: Filter, page: PageRequest) => reports.list(actor, filter, page),

    async holds(actor: Actor, id: string): Promise<boolean> {
      return publication.holds(await reports.get(actor, id));
    },

    /** Frozen rows; the report was got in the actor's scope. */
    itemsOf: reports.itemsOf,

    frozen: createFrozenRows({ reports }),
  };
}

async function* inPortions<A, B>(
  all: AsyncIterable<A>,
  read: (some: readonly A[]) => Promise<readonly B[]>,
): AsyncIterable<B> {
  let some: A[] = [];
  for await (const one of all) {
    some.push(one);
    if (some.length < portion) continue;
    yield* await read(some);
    some = [];
  }
  if (some.length > 0) yield* await read(some);
}

/** What is published is frozen, so there must be something that it can say. */
function refuseToCome(cmd: Command, { from, asOf }: Asked): void {
  const today = shanghaiDate(cmd.at);
  const errors = [
    ...(from > today ? [toCome('from', 'This period has not begun.')] : []),
    ...(asOf !== undefined && asOf > today ? [toCome('asOf', 'That day is still to come.')] : []),
  ];
  if (errors.length > 0) throw invalid(errors);
}

const toCome = (path: string, message: string) => ({ path, code: 'in_the_future', message });
