import { csvRows } from './csv-rows.ts';
import type { SourceShape } from './inspect-source.ts';
import { jsonLineRows } from './json-line-rows.ts';
import type { SourceRow } from './row.ts';

/** Reads the rows of a stored file as a stream, decoded by what the inspection found. */
export function sourceRows(
  source: AsyncIterable<Buffer>,
  shape: SourceShape,
  onHeader: (names: string[]) => void,
): AsyncGenerator<SourceRow> {
  if (shape.format === 'jsonl') return jsonLineRows(decoded(source, shape.encoding), shape.damaged);
  // The CSV parser reads UTF-8 bytes by itself, which spares a copy of the whole file.
  const input = shape.encoding === 'utf-8' ? source : decoded(source, shape.encoding);
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
