import { addDays, isDate } from '../../calendar/dates.ts';
import type { ExclusionReason } from '../../vocabulary.ts';
import type { AgreementFacts, CountedRow, ReportQuery } from './report.ts';
import { classify } from './report-classify.ts';
import type { ReportFacts } from './report-facts.ts';
import { isBehind, type RowFilter } from './report-grouping.ts';
import { wrongCursor } from './report-paging.ts';
import { inRowOrder, type RowPlace } from './report-row.ts';
import { bothValues } from './report-row-sum.ts';

/** Where a row stands in its list, and what it adds to the sums. */
export interface PlacedRow extends RowPlace {
  row: CountedRow;
}

/** Days of the first stretch that is read; each further one is twice as long. */
const firstStretch = 7;

/**
 * The rows that are asked for, in their order and without their words, after a place or from the
 * beginning. They are read a stretch of days at a time, so that a page costs what it shows and not
 * what the period holds.
 */
export async function* placedRows(
  facts: ReportFacts,
  query: ReportQuery,
  excluded: ExclusionReason | undefined,
  filter: RowFilter,
  after?: RowPlace,
): AsyncIterable<PlacedRow> {
  for (const days of stretches(after && after.on > query.from ? after.on : query.from, query.to)) {
    const found: PlacedRow[] = [];
    for await (const agreement of facts.lean({ ...query, ...days })) {
      for (const placed of rowsOf(agreement, query, excluded, filter)) {
        const within = days.from <= placed.on && placed.on <= days.to;
        if (within && !(after && inRowOrder(placed, after) <= 0)) found.push(placed);
      }
    }
    yield* found.sort(inRowOrder);
  }
}

/** By the whole period: an agreement's one row among those left out has the first of its days. */
function rowsOf(
  agreement: AgreementFacts,
  query: ReportQuery,
  excluded: ExclusionReason | undefined,
  filter: RowFilter,
): PlacedRow[] {
  const { _id: agreementId } = agreement;
  const found = classify(agreement, query);
  if (excluded === undefined) {
    return (found?.rows ?? [])
      .filter((row) => isBehind(row, filter, query.district))
      .map((row) => ({ agreementId, on: row.on, paymentId: row.paymentId, row }));
  }
  if (found?.excluded?.reason !== excluded) return [];
  const row = { ...found.excluded, ...bothValues(agreement) };
  return [{ agreementId, on: row.on, row }];
}

function* stretches(from: string, to: string): Iterable<{ from: string; to: string }> {
  for (let first = from, length = firstStretch; first <= to; length *= 2) {
    const last = addDays(first, length - 1);
    yield { from: first, to: last < to ? last : to };
    first = addDays(last, 1);
  }
}

export const writePlace = ({ on, agreementId, paymentId = '' }: RowPlace): string =>
  Buffer.from([on, agreementId, paymentId].join(' ')).toString('base64url');

export function readPlace(cursor: string): RowPlace {
  const [on, agreementId, paymentId] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (!on || !isDate(on) || !agreementId || paymentId === undefined) throw wrongCursor();
  return { on, agreementId, ...(paymentId !== '' && { paymentId }) };
}
