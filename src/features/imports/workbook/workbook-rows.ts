import { type SourceRow, UnreadableCell } from '../row.ts';
import type { Source, WorkbookShape } from '../source.ts';
import { filler, mergesOf } from './merged-cells.ts';
import { openWorkbook } from './open-workbook.ts';
import { type SheetRow, sheetRows } from './sheet-rows.ts';

/** The rows of a workbook's sheet below its header; `row` is the number that a spreadsheet shows. */
export async function* workbookRows(
  source: Source,
  shape: WorkbookShape,
  onHeader: (names: string[]) => void,
): AsyncGenerator<SourceRow> {
  const book = await openWorkbook(source);
  const fill = filler(await mergesOf(book.open(shape.sheet)));
  let names: string[] = [];
  for await (const row of sheetRows(book, shape.sheet)) {
    if (row.row < shape.header) continue;
    if (row.row === shape.header) {
      names = headerNames(row);
      onHeader(names);
    } else {
      fill(row);
      yield rowOf(names, row);
    }
  }
}

export const headerNames = ({ cells }: SheetRow): string[] =>
  Array.from(cells, (cell) => (typeof cell === 'string' ? cell.trim() : ''));

/** A column without a name is called by its letter: what stands in it is not read, which is said. */
function rowOf(names: readonly string[], { row, cells, size }: SheetRow): SourceRow {
  const named: Record<string, unknown> = Object.create(null);
  names.forEach((name, at) => {
    if (name !== '' && !Object.hasOwn(named, name)) named[name] = cells[at] ?? '';
  });
  cells.forEach((cell, at) => {
    const stray = (names[at] ?? '') === '' && (cell instanceof UnreadableCell || cell?.trim());
    if (stray) named[letterOf(at)] ??= cell;
  });
  return { row, size, cells: named };
}

function letterOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : letterOf(Math.floor(column / 26) - 1) + letter;
}
