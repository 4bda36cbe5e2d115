import { builtInKind, kindOfFormat, type NumberKind } from './number-format.ts';
import { xmlItems } from './xml-items.ts';

/** What the numbers of each cell style mean, in the order of the styles. */
export async function cellFormats(bytes: AsyncIterable<Buffer>): Promise<NumberKind[]> {
  const own = new Map<number, NumberKind>();
  const formats: NumberKind[] = [];
  let inCells = false;
  const found = xmlItems<NumberKind>(bytes, (emit) => ({
    open(name, { numFmtId, formatCode = '' }) {
      const id = Number(numFmtId ?? 0);
      if (name === 'cellXfs') inCells = true;
      else if (name === 'numFmt') own.set(id, kindOfFormat(formatCode));
      else if (name === 'xf' && inCells) emit(own.get(id) ?? builtInKind(id));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  }));
  for await (const format of found) formats.push(format);
  return formats;
}
