import type { FieldError } from '../../errors.ts';

/** One row of a file: its number as a spreadsheet or an editor shows it, and its named cells. */
export interface SourceRow {
  row: number;
  /** About how much memory it holds, so that a batch stays bounded. */
  size: number;
  /** By the names that the file gives. */
  cells: Record<string, unknown>;
  /** What is wrong with the row as a whole; its cells are not read then. */
  fault?: FieldError;
}

/** One row may not be larger: what is larger is a lost quote, not a row. */
export const largestRow = 32 * 1024 * 1024;
