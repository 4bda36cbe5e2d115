import type { Cell } from './report-table.ts';

/** A text that a spreadsheet would run as a formula is kept a text by a leading apostrophe. */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/;

/** Lone surrogates, controls and marks that turn the direction of text have no place in a cell. */
export const cleanText = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g, '')
    .replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '');

const quoted = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** Register numbers and credit codes of digits only would be opened as rounded numbers. */
const looksLikeLongNumber = /^(\d{12,}|0\d+)$/;

const csvCell = (cell: Cell): string => {
  if (cell === undefined) return '';
  if ('fen' in cell) return yuanText(cell.fen);
  if ('count' in cell) return String(cell.count);
  const text = cleanText(cell.text);
  if (formulaStart.test(text) || formulaStart.test(text.trimStart())) return quoted(`'${text}`);
  // A tab behind it is what keeps it a text in Excel and WPS without showing.
  return quoted(looksLikeLongNumber.test(text) ? `${text}\t` : text);
};

/** One line of RFC 4180, with its CRLF. */
export const csvLine = (cells: Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** Without it Chinese spreadsheets take UTF-8 for GBK. */
export const byteOrderMark = '\uFEFF';

/** Yuan with two decimals from fen, by digits and never by division. */
export const yuanText = (fen: number): string => {
  const digits = Math.abs(fen).toString().padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
