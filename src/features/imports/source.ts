import type { TextEncoding } from './encoding-scan.ts';

/** A stored file of rows: any part of it can be read, as often as needed. */
export interface Source {
  name: string;
  bytes: number;
  /** `end` is the first byte that is no longer wanted. */
  open(range?: { start: number; end: number }): AsyncIterable<Buffer>;
}

export interface TextShape {
  format: 'csv' | 'jsonl';
  encoding: TextEncoding;
  delimiter: ',' | '\t';
  /** Some bytes are no valid text; rows that hold them are refused. */
  damaged: boolean;
  /** Rows as counted beforehand. */
  total: number;
}

export interface WorkbookShape {
  format: 'xlsx';
  /** Where in the workbook the sheet lies. */
  sheet: string;
  /** The row of the header. */
  header: number;
  /** Other visible sheets that look like lists of the same things. */
  unread: string[];
  total: number;
}

/** How the rows of a stored file are to be read. */
export type SourceShape = TextShape | WorkbookShape;

/** A file that cannot be read as rows at all, or not to its end. */
export class SourceError extends Error {
  readonly code: string;
  readonly row: number | undefined;

  constructor(code: string, message: string, row?: number) {
    super(message);
    this.code = code;
    this.row = row;
  }
}
