import { SaxesParser } from 'saxes';
import { SourceError } from '../source.ts';
import { brokenWorkbook, tooBig } from './broken-workbook.ts';

/** What is done with each element; names come without their prefix, text is that of a leaf. */
export interface ElementReader {
  open?(name: string, attributes: Record<string, string>): void;
  close?(name: string, text: string): void;
}

/** A cell's text has 32,767 characters at most; nothing longer is held. */
const mostText = 1024 * 1024;
const deepest = 100;

/** Reads a part of a workbook as it comes; what its reader emits is all that is kept of it. */
export async function* xmlItems<T>(
  bytes: AsyncIterable<Buffer>,
  read: (emit: (item: T) => void) => ElementReader,
): AsyncGenerator<T> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = new SaxesParser({ xmlns: false, position: false } as const);
  let items: T[] = [];
  let text = '';
  let depth = 0;
  let pending = 0;
  let any = false;
  const reader = read((item) => items.push(item));
  const more = (some: string) => {
    text += some;
    if (text.length > mostText) throw tooBig('One cell holds too much text');
  };
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > deepest) throw brokenWorkbook();
    text = '';
    pending = 0;
    reader.open?.(localName(name), attributes);
  });
  parser.on('text', more);
  parser.on('cdata', more);
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    reader.close?.(localName(name), text);
    text = '';
    pending = 0;
  });
  parser.on('doctype', () => {
    throw brokenWorkbook();
  });
  const feed = (some: Buffer | null) => {
    try {
      parser.write(some ? decoder.decode(some, { stream: true }) : decoder.decode());
      if (!some) parser.close();
    } catch (error) {
      throw error instanceof SourceError ? error : brokenWorkbook();
    }
  };
  for await (const chunk of bytes) {
    any = true;
    pending += chunk.length;
    feed(chunk);
    if (pending > mostText) throw tooBig('One cell holds too much text');
    yield* items;
    items = [];
  }
  if (any) feed(null);
  yield* items;
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);
