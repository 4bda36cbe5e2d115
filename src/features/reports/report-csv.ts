import { type CsvCell, csvLine } from '../../export/csv.ts';
import type { Cell } from './report-table.ts';

/** Lone surrogates, controls and marks that turn the direction of text have no place in a cell. */
export const cleanText = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g, '')
    .replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '');

/**
 * Register numbers and credit codes that a spreadsheet would open as something else: long or with
 * a zero in front as rounded numbers, `2025E08` as 2.025E+11, `2025-08` as a month.
 */
const wouldBeRead = /^(\d{12,}|0\d+|[\d.]+E\d+|\d{1,4}[-/]\d{1,4})$/i;

/** Yuan with two decimals from fen, by digits and never by division. */
export const yuanText = (fen: number): string => {
  const digits = Math.abs(fen).toString().padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

function csvCell(cell: Cell): CsvCell {
  if (cell === undefined) return null;
  if ('fen' in cell) return { number: yuanText(cell.fen) };
  if ('count' in cell) return cell.count;
  const text = cleanText(cell.text);
  // A tab behind it is what keeps it a text in Excel and WPS without showing.
  return wouldBeRead.test(text) ? `${text}\t` : text;
}

/** One line of a report's table. */
export const reportLine = (cells: Cell[]): string => csvLine(cells.map(csvCell));
