import { builtInKind, kindOfFormat, type NumberKind } from './number-format.ts';
import { xmlItems } from './xml-items.ts';

export type CellFormat = NumberKind;

/** What the numbers of each cell style mean, in the order of the styles. */
export async function cellFormats(bytes: AsyncIterable<Buffer>): Promise<CellFormat[]> {
  const own = new Map<number, NumberKind>();
  const formats: CellFormat[] = [];
  let inCells = false;
  const found = xmlItems<CellFormat>(bytes, (emit) => ({
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
