import { UnreadableCell } from '../row.ts';
import type { NumberKind } from './number-format.ts';

/** Spreadsheets keep 15 digits of a number; whole numbers from here on have lost the rest. */
const firstRounded = 1e15;
/** The day after 9999-12-31. */
const noDay = 2_958_466;

/** A number as the person who typed it sees it: plain digits, days as `2026-01-05`. */
export function numberText(
  number: number,
  kind: NumberKind,
  from1904: boolean,
): string | UnreadableCell {
  if (!Number.isFinite(number)) return new UnreadableCell('error_cell', 'The cell shows no value.');
  if (kind === 'day' || kind === 'moment' || kind === 'time') {
    return dateText(number + (from1904 ? 1_462 : 0), kind);
  }
  if (Math.abs(number) >= firstRounded) {
    return new UnreadableCell(
      'rounded_number',
      'A spreadsheet keeps only 15 digits of a number: make the cell text and type it again.',
    );
  }
  if (kind === 'percent') return `${plainNumber(number * 100)}%`;
  const text = plainNumber(number);
  return kind === 'plain' || !/^\d+$/.test(text)
    ? text
    : text.padStart(Number(kind.slice('zeros '.length)), '0');
}

/** 15 digits, which takes the noise of binary fractions away, and never an exponent. */
function plainNumber(number: number): string {
  const rounded = Number(number.toPrecision(15));
  const text = String(rounded);
  return text.includes('e') ? rounded.toFixed(20).replace(/\.?0+$/, '') : text;
}

/** Days since 1899-12-30, which is right from March 1900 on; before, 1900 counts as a leap year. */
function dateText(serial: number, kind: 'day' | 'moment' | 'time'): string | UnreadableCell {
  const seconds = kind === 'day' ? Math.floor(serial) * 86_400 : Math.round(serial * 86_400);
  const day = Math.floor(seconds / 86_400);
  const isTime = kind === 'time' && day === 0;
  if (day >= noDay || (!isTime && (day < 1 || day === 60))) {
    return new UnreadableCell('invalid_date', 'The cell shows no day of the calendar.');
  }
  const zero = Date.UTC(1899, 11, day < 60 ? 31 : 30);
  const text = new Date(zero + seconds * 1000).toISOString();
  const clock = text.slice(11, 19);
  if (isTime) return clock;
  return clock === '00:00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${clock}`;
}

/** A day that a cell holds as text of its own type, `2026-01-05T00:00:00`. */
export const isoDateText = (text: string): string =>
  text.replace(/T00:00(:00(\.0+)?)?Z?$/, '').replace('T', ' ');
