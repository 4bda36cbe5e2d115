import { csvRows } from './csv-rows.ts';
import { jsonLineRows } from './json-line-rows.ts';
import type { SourceRow } from './row.ts';
import type { Source, SourceShape } from './source.ts';
import { workbookRows } from './workbook/workbook-rows.ts';

/** Reads the rows of a stored file as a stream, decoded by what the inspection found. */
export function sourceRows(
  source: Source,
  shape: SourceShape,
  onHeader: (names: string[]) => void,
): AsyncGenerator<SourceRow> {
  if (shape.format === 'xlsx') return workbookRows(source, shape, onHeader);
  const { format, encoding, damaged } = shape;
  if (format === 'jsonl') return jsonLineRows(decoded(source.open(), encoding), damaged);
  // The CSV parser reads UTF-8 bytes by itself, which spares a copy of the whole file.
  const input = encoding === 'utf-8' ? source.open() : decoded(source.open(), encoding);
  return csvRows(input, shape, onHeader);
}

async function* decoded(source: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of source) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}
