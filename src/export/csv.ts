/** Excel takes a CSV for UTF-8 only with this mark before it. */
export const byteOrderMark = '\uFEFF';

/**
 * One line of a CSV that spreadsheets open rightly. Text that a spreadsheet would run as a formula
 * is led by an apostrophe (OWASP, CSV injection); numbers given as numbers stay numbers, also
 * those that are written out already because a double would lose their last digits.
 */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

export type CsvCell = string | number | { number: string } | null | undefined;

function csvCell(value: CsvCell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object') return value.number;
  const harmless = /^[\s\u0000]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(value) ? `'${value}` : value;
  return /[",\r\n;\t']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
