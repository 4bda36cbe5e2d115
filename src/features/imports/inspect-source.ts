import { sniff, sniffBytes } from '../files/sniff.ts';
import { encodingScan, type TextEncoding } from './encoding-scan.ts';
import { rowCount } from './row-count.ts';
import { type Source, SourceError, type SourceShape, type TextShape } from './source.ts';
import { inspectWorkbook, type RankOf } from './workbook/inspect-workbook.ts';
import { refuseOldWorkbook } from './workbook/old-workbook.ts';

const headBytes = 64 * 1024;

/**
 * Reads a whole file once, in bounded memory, to learn its format and its number of rows; a
 * workbook's sheet is the one with the best header, as `rankOf` says of the names of a row.
 */
export async function inspectSource(source: Source, rankOf: RankOf): Promise<SourceShape> {
  const type = sniff(await firstBytes(source), '');
  if (type === 'application/zip') return inspectWorkbook(source, rankOf);
  if (type === 'application/x-ole-storage') await refuseOldWorkbook(source.open());
  return inspectText(source);
}

async function firstBytes(source: Source): Promise<Buffer> {
  const end = Math.min(source.bytes, sniffBytes);
  const parts: Buffer[] = [];
  for await (const chunk of source.open({ start: 0, end })) parts.push(chunk);
  return Buffer.concat(parts);
}

async function inspectText({ name, open }: Source): Promise<TextShape> {
  const scan = encodingScan();
  const counter = rowCount();
  let head = Buffer.alloc(0);
  for await (const chunk of open()) {
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
  if (!encoding.startsWith('utf-16') && head.includes(0)) {
    throw new SourceError('not_text', 'This is no list: send .xlsx, CSV or JSON Lines.');
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
