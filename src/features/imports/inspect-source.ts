import { encodingScan, type TextEncoding } from './encoding-scan.ts';
import { rowCount } from './row-count.ts';

/** How the rows of a stored file are to be read. */
export interface SourceShape {
  format: 'csv' | 'jsonl';
  encoding: TextEncoding;
  delimiter: ',' | '\t';
  /** Some bytes are no valid text; rows that hold them are refused. */
  damaged: boolean;
  /** Rows as counted beforehand. */
  total: number;
}

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

const headBytes = 64 * 1024;

/** Reads a whole file once, in bounded memory, to learn its format, encoding and size. */
export async function inspectSource(
  source: AsyncIterable<Buffer>,
  name: string,
): Promise<SourceShape> {
  const scan = encodingScan();
  const counter = rowCount();
  let head = Buffer.alloc(0);
  for await (const chunk of source) {
    if (head.length < headBytes) {
      head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)]);
    }
    scan.push(chunk);
    counter.push(chunk);
  }
  const { encoding, damaged } = scan.end();
  const { lines, records } = counter.end();
  refuseBinary(head, encoding);
  const text = new TextDecoder(encoding).decode(head).trimStart();
  const format = formatOf(text, name);
  const delimiter = format === 'csv' && moreTabs(text) ? '\t' : ',';
  const total = format === 'csv' ? Math.max(0, records - 1) : lines;
  return { format, encoding, delimiter, damaged, total };
}

function refuseBinary(head: Buffer, encoding: TextEncoding) {
  const start = head.subarray(0, 4).toString('latin1');
  if (start.startsWith('PK') || start === '\xD0\xCF\x11\xE0') {
    throw new SourceError(
      'spreadsheet_file',
      'This is a spreadsheet file, not text: save it as CSV (UTF-8) and upload that.',
    );
  }
  if (!encoding.startsWith('utf-16') && head.includes(0)) {
    throw new SourceError('not_text', 'This file is not text: send CSV or JSON Lines.');
  }
}

function formatOf(text: string, name: string): 'csv' | 'jsonl' {
  if (text.startsWith('{')) return 'jsonl';
  if (text.startsWith('[')) {
    throw new SourceError('json_array', 'This is one JSON list: send one object on each line.');
  }
  return /\.(jsonl|ndjson|json)$/i.test(name) ? 'jsonl' : 'csv';
}

function moreTabs(text: string): boolean {
  const header = text.slice(0, Math.max(0, text.search(/[\r\n]|$/)));
  return header.split('\t').length > header.split(',').length;
}
