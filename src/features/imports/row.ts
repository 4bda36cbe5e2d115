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

/** A cell that shows something, but nothing to be taken in; the fault of the column that reads it. */
export class UnreadableCell {
  readonly code: string;
  readonly message: string;

  constructor(code: string, message: string) {
    this.code = code;
    this.message = message;
  }
}

/** One row may not be larger: what is larger is a lost quote, not a row. */
export const largestRow = 32 * 1024 * 1024;
