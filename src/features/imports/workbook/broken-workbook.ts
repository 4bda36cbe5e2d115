import { SourceError } from '../source.ts';

export const brokenWorkbook = (row?: number) =>
  new SourceError(
    'broken_workbook',
    'The workbook is damaged: open it in a spreadsheet program, save it again and upload that.',
    row,
  );

export const tooBig = (what: string, row?: number) =>
  new SourceError(
    'workbook_too_big',
    `${what}: split the workbook, or save it as CSV and upload that.`,
    row,
  );
