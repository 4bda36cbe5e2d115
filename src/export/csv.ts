/** Excel takes a CSV for UTF-8 only with this mark before it. */
export const byteOrderMark = '\uFEFF';

/**
 * One line of a CSV that spreadsheets open rightly. Text that a spreadsheet would run as a formula
 * is led by an apostrophe (OWASP, CSV injection); numbers given as numbers stay numbers.
 */
export function csvLine(cells: readonly (string | number | null | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const harmless = /^[\s\u0000]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(value) ? `'${value}` : value;
  return /[",\r\n;\t']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
