import { type Source, SourceError, type WorkbookShape } from '../source.ts';
import { openWorkbook, type Sheet, type Workbook } from './open-workbook.ts';
import { sheetRows } from './sheet-rows.ts';
import { headerNames } from './workbook-rows.ts';

/** A title and a note may stand above the header; further down nothing is looked for. */
const lastHeader = 20;

/** How well the names of a row do as a header; 0 for none, 2 at best. */
export type RankOf = (names: string[]) => 0 | 1 | 2;

interface Place {
  sheet: Sheet;
  header: number;
  rank: number;
}

/**
 * The first visible sheet with the best header is the one that is read: a guide that comes before
 * it names columns too, but not all that are needed in one row. The sheet is gone through once
 * before any row is taken in, so that a damaged workbook changes nothing.
 */
export async function inspectWorkbook(source: Source, rankOf: RankOf): Promise<WorkbookShape> {
  const book = await openWorkbook(source);
  const places: Place[] = [];
  for (const sheet of book.sheets.filter(({ hidden }) => !hidden)) {
    const place = await placeOf(book, sheet, rankOf);
    if (place) places.push(place);
  }
  const rank = Math.max(...places.map((one) => one.rank));
  const [best, ...others] = places.filter((one) => one.rank === rank);
  if (!best) throw new SourceError('no_header', 'The workbook has no visible sheet with rows.');
  const { sheet, header } = best;
  let total = 0;
  for await (const { row } of sheetRows(book, sheet.part)) if (row > header) total += 1;
  const unread = others.map((one) => one.sheet.name);
  return { format: 'xlsx', sheet: sheet.part, header, unread, total };
}

/** The best header of a sheet; its first row, to be refused with the reason, if there is none. */
async function placeOf(book: Workbook, sheet: Sheet, rankOf: RankOf): Promise<Place | undefined> {
  let first: number | undefined;
  let best: Place | undefined;
  for await (const row of sheetRows(book, sheet.part)) {
    first ??= row.row;
    if (row.row >= first + lastHeader) break;
    const rank = rankOf(headerNames(row));
    if (!best || rank > best.rank) best = { sheet, header: row.row, rank };
    if (rank === 2) break;
  }
  return best;
}
