import { tooBig } from './broken-workbook.ts';
import { type CellValue, columnOf, type SheetRow, shows } from './sheet-rows.ts';

/** A merge down a column: the value of its first row is meant for all. */
interface MergedDown {
  column: number;
  last: number;
}
export type Merges = ReadonlyMap<number, MergedDown[]>;

const mostMerges = 100_000;
const longestTag = 200;

/**
 * The merges of a sheet by their first row. They stand behind the rows that they concern, so the
 * bytes are searched for them before; in XML no text of a cell looks like such a tag.
 */
export async function mergesOf(bytes: AsyncIterable<Buffer>): Promise<Merges> {
  const merges = new Map<number, MergedDown[]>();
  let count = 0;
  let carried = '';
  for await (const chunk of bytes) {
    const text = carried + chunk.toString('latin1');
    let end = 0;
    const tags = /mergeCell\s[^<>]*?\bref="([A-Z]{1,3}\d+):[A-Z]{1,3}(\d+)"[^<>]*>/g;
    for (const { 1: from, 2: to, 0: tag, index } of text.matchAll(tags)) {
      end = index + tag.length;
      const first = Number(from!.replace(/\D/g, ''));
      if (Number(to) <= first) continue;
      count += 1;
      if (count > mostMerges) throw tooBig('The sheet has too many merged cells');
      const here = merges.get(first) ?? [];
      here.push({ column: columnOf(from!), last: Number(to) });
      merges.set(first, here);
    }
    carried = text.slice(Math.max(end, text.length - longestTag));
  }
  return merges;
}

/** Gives each row, one after the other, what cells that are merged with it from above say. */
export function filler(merges: Merges) {
  const open = new Map<number, { last: number; value: CellValue | undefined }>();
  return ({ row, cells }: SheetRow): void => {
    for (const [column, { last, value }] of open) {
      if (last < row) open.delete(column);
      else if (!shows(cells[column])) cells[column] = value;
    }
    for (const { column, last } of merges.get(row) ?? []) {
      open.set(column, { last, value: cells[column] });
    }
  };
}
