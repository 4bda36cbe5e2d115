import { type Source, SourceError, type WorkbookShape } from '../source.ts';
import { openWorkbook, type Sheet, type Workbook } from './open-workbook.ts';
import { sheetRows } from './sheet-rows.ts';
import { headerNames } from './workbook-rows.ts';

/** A title and a note may stand above the header; further down nothing is looked for. */
const lastHeader = 20;

interface Place {
  sheet: Sheet;
  header: number;
}

/**
 * The first visible sheet with a header is the one that is read. It is gone through once before
 * any row is taken in, so that a damaged workbook changes nothing.
 */
export async function inspectWorkbook(
  source: Source,
  isHeader: (names: string[]) => boolean,
): Promise<WorkbookShape> {
  const book = await openWorkbook(source);
  const found: Place[] = [];
  let first: Place | undefined;
  for (const sheet of book.sheets.filter(({ hidden }) => !hidden)) {
    const { start, header } = await headerOf(book, sheet, isHeader);
    if (header !== undefined) found.push({ sheet, header });
    else if (start !== undefined) first ??= { sheet, header: start };
  }
  // With no header at all the first row stands for one, to be refused with its reason.
  const place = found[0] ?? first;
  if (!place) throw new SourceError('no_header', 'The workbook has no visible sheet with rows.');
  let total = 0;
  for await (const { row } of sheetRows(book, place.sheet.part)) if (row > place.header) total += 1;
  return {
    format: 'xlsx',
    sheet: place.sheet.part,
    header: place.header,
    unread: found.slice(1).map(({ sheet }) => sheet.name),
    total,
  };
}

async function headerOf(
  book: Workbook,
  sheet: Sheet,
  isHeader: (names: string[]) => boolean,
): Promise<{ start?: number; header?: number }> {
  let start: number | undefined;
  for await (const row of sheetRows(book, sheet.part)) {
    start ??= row.row;
    if (row.row >= start + lastHeader) break;
    if (isHeader(headerNames(row))) return { header: row.row };
  }
  return start === undefined ? {} : { start };
}
