import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import type { FieldError } from '../../errors.ts';
import { largestRow, type SourceRow } from './row.ts';
import { SourceError, type TextShape } from './source.ts';

/**
 * The rows of a CSV, header first: `row` counts as a spreadsheet does, so the header is row 1.
 * `onHeader` sees the column names before the first row and may refuse them.
 */
export async function* csvRows(
  source: AsyncIterable<Buffer | string>,
  shape: Pick<TextShape, 'delimiter' | 'damaged'>,
  onHeader: (names: string[]) => void,
): AsyncGenerator<SourceRow> {
  const parser = parse({
    delimiter: shape.delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: largestRow,
  });
  const input = Readable.from(source);
  input.on('error', (error) => parser.destroy(error));
  input.pipe(parser);
  let row = 0;
  let names: string[] | undefined;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1;
      if (record.every((cell) => cell.trim() === '')) continue;
      if (names) yield rowOf(names, record, row, shape.damaged);
      else {
        names = record.map((name) => name.trim());
        onHeader(names);
      }
    }
  } catch (error) {
    throw asSourceError(error, row + 1);
  } finally {
    input.destroy();
    parser.destroy();
  }
  if (!names) throw new SourceError('no_header', 'The file has no header row.');
}

function rowOf(names: string[], record: string[], row: number, damaged: boolean): SourceRow {
  const cells: Record<string, unknown> = Object.create(null);
  let size = 0;
  let fault: FieldError | undefined;
  record.forEach((cell, at) => {
    size += cell.length * 2 + 50;
    const name = names[at] ?? '';
    if (at >= names.length && cell.trim() !== '') fault ??= tooManyCells(record, names);
    if (damaged && cell.includes('\uFFFD')) fault ??= malformed(name);
    if (name !== '' && !Object.hasOwn(cells, name)) cells[name] = cell;
  });
  return { row, size, cells, ...(fault && { fault }) };
}

const tooManyCells = (record: string[], names: string[]): FieldError => ({
  path: '',
  code: 'too_many_cells',
  message: `The row has ${record.length} cells, the header ${names.length}.`,
});

const malformed = (path: string): FieldError => ({
  path,
  code: 'malformed_text',
  message: 'Holds bytes that are no text in the encoding of the file.',
});

function asSourceError(error: unknown, row: number): unknown {
  const { code } = error as CsvError;
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE') {
    return new SourceError(
      'quote_not_closed',
      `A quote opened in row ${row} is never closed; the rows before it were read.`,
      row,
    );
  }
  if (typeof code === 'string' && code.startsWith('CSV_')) {
    return new SourceError('malformed_csv', `Row ${row} cannot be read as CSV.`, row);
  }
  return error;
}
