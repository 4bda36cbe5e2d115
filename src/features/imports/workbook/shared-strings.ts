import { tooBig } from './broken-workbook.ts';
import { plainText } from './plain-text.ts';
import { xmlItems } from './xml-items.ts';

const blockBytes = 2 * 1024 * 1024;
const mostStrings = 4_000_000;

/** The texts that the cells of a workbook point to; a workbook with more is for CSV. */
const mostSharedBytes = 64 * 1024 * 1024;

export interface SharedStrings {
  at(index: number): string | undefined;
}

/** Kept as bytes in a few large blocks: a string of its own for each would take many times that. */
export async function readSharedStrings(bytes: AsyncIterable<Buffer>): Promise<SharedStrings> {
  const blocks: Buffer[] = [];
  let places = new Uint32Array(1024);
  let count = 0;
  let used = blockBytes;

  function add(text: string) {
    const size = Buffer.byteLength(text);
    if (size > blockBytes) throw tooBig('One cell holds too much text');
    if (used + size > blockBytes) {
      if ((blocks.length + 1) * blockBytes > mostSharedBytes || count >= mostStrings) {
        throw tooBig('The workbook holds too much text');
      }
      blocks.push(Buffer.allocUnsafe(blockBytes));
      used = 0;
    }
    if (count * 2 === places.length) {
      const more = new Uint32Array(places.length * 2);
      more.set(places);
      places = more;
    }
    blocks.at(-1)!.write(text, used);
    places[count * 2] = (blocks.length - 1) * blockBytes + used;
    places[count * 2 + 1] = size;
    used += size;
    count += 1;
  }

  for await (const text of sharedTexts(bytes)) add(text);
  return {
    at(index) {
      if (!(index >= 0 && index < count)) return undefined;
      const place = places[index * 2]!;
      const from = place % blockBytes;
      return blocks[Math.floor(place / blockBytes)]!.toString(
        'utf8',
        from,
        from + places[index * 2 + 1]!,
      );
    },
  };
}

function sharedTexts(bytes: AsyncIterable<Buffer>) {
  let whole = '';
  let spoken = false;
  return xmlItems<string>(bytes, (emit) => ({
    open(name) {
      if (name === 'si') whole = '';
      if (name === 'rPh') spoken = true;
    },
    close(name, text) {
      // Parts of a rich text are one text; how it is spoken is none of it.
      if (name === 't' && !spoken) whole += text;
      if (name === 'rPh') spoken = false;
      if (name === 'si') emit(plainText(whole));
    },
  }));
}
