import { largestRow, UnreadableCell } from '../row.ts';
import { brokenWorkbook, tooBig } from './broken-workbook.ts';
import { isoDateText, numberText } from './cell-text.ts';
import type { Workbook } from './open-workbook.ts';
import { plainText } from './plain-text.ts';
import { xmlItems } from './xml-items.ts';

export type CellValue = string | UnreadableCell;

/** A row of a sheet by its number there; cells by column, the first is 0. */
export interface SheetRow {
  row: number;
  cells: (CellValue | undefined)[];
  size: number;
}

const mostColumns = 16_384;

interface OpenCell {
  type: string;
  style: number;
  formula: boolean;
  value: string;
  inline: string;
}

/** The rows of a sheet that show something, as they come. */
export function sheetRows(book: Workbook, part: string): AsyncGenerator<SheetRow> {
  let inData = false;
  let spoken = false;
  let row: SheetRow = { row: 0, cells: [], size: 0 };
  let column = -1;
  let cell: OpenCell | undefined;

  function startRow(given: string | undefined) {
    const number = given === undefined ? row.row + 1 : Number(given);
    if (!Number.isSafeInteger(number) || number <= row.row) throw brokenWorkbook(row.row + 1);
    row = { row: number, cells: [], size: 0 };
    column = -1;
  }

  function endCell(ended: OpenCell) {
    const value = shownBy(ended, book);
    if (value === null) throw brokenWorkbook(row.row);
    if (value === undefined) return;
    row.cells[column] = value;
    row.size += (typeof value === 'string' ? value.length * 2 : 0) + 50;
    if (row.size > largestRow) throw tooBig('One row holds too much', row.row);
  }

  return xmlItems<SheetRow>(book.open(part), (emit) => ({
    open(name, { r, t = 'n', s = '0' }) {
      if (name === 'sheetData') inData = true;
      else if (!inData) return;
      else if (name === 'row') startRow(r);
      else if (name === 'c') {
        column = r === undefined ? column + 1 : columnOf(r);
        if (!(column >= 0 && column < mostColumns)) throw brokenWorkbook(row.row);
        cell = { type: t, style: Number(s), formula: false, value: '', inline: '' };
      } else if (name === 'f' && cell) cell.formula = true;
      else if (name === 'rPh') spoken = true;
    },
    close(name, text) {
      if (name === 'sheetData') inData = false;
      else if (name === 'rPh') spoken = false;
      else if (name === 'v' && cell) cell.value = text;
      else if (name === 't' && cell && !spoken) cell.inline += text;
      else if (name === 'c' && cell) {
        endCell(cell);
        cell = undefined;
      } else if (name === 'row' && inData && row.cells.some(shows)) emit(row);
    },
  }));
}

export const shows = (value: CellValue | undefined): boolean =>
  value instanceof UnreadableCell || (value !== undefined && value.trim() !== '');

/** `AB12` is column 27; `-1` where the reference is none. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}(?=\d)/.exec(reference)?.[0] ?? '') {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column - 1;
}

/** What a cell shows; `null` where it points to a text that is not there. */
function shownBy(cell: OpenCell, book: Workbook): CellValue | undefined | null {
  const { type, style, formula, value, inline } = cell;
  switch (type) {
    case 's':
      return value === '' ? undefined : (book.strings.at(Number(value)) ?? null);
    case 'inlineStr':
      return plainText(inline);
    case 'str':
      return plainText(value);
    case 'b':
      return value === '' ? undefined : String(value === '1' || value === 'true');
    case 'e':
      return new UnreadableCell('error_cell', `The cell shows the error ${value.slice(0, 20)}.`);
    case 'd':
      return isoDateText(value);
    default:
      if (value.trim() !== '') {
        return numberText(Number(value), book.formats[style] ?? 'plain', book.from1904);
      }
      return formula ? notCalculated() : undefined;
  }
}

/** Programs that write a formula without its value leave it to the spreadsheet to work it out. */
const notCalculated = () =>
  new UnreadableCell(
    'formula_not_calculated',
    'The formula has no value yet: open the workbook in a spreadsheet program and save it.',
  );
