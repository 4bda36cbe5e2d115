import writeXlsxFile from 'write-excel-file/node';
import type { Column } from './column.ts';

/** Rows that are ready to be typed into. */
const readyRows = 300;

/** What a person would write over it: the first Chinese name, else the contract's. */
export const headerOf = ({ name, also = [] }: Column) =>
  also.find((one) => /\p{Script=Han}/u.test(one)) ?? name;

/**
 * An empty workbook with the headers of a kind. Cells for text are formatted as text, so that a
 * long number typed there keeps all its digits.
 */
export function templateWorkbook(columns: readonly Column[]): Promise<Buffer> {
  const text = { value: null, type: String, format: '@' };
  const ready = columns.map(({ kind = 'text' }) => (kind === 'text' ? text : null));
  const header = columns.map((column) => ({
    value: headerOf(column),
    type: String,
    fontWeight: 'bold' as const,
  }));
  const { toBuffer } = writeXlsxFile([
    {
      sheet: '导入',
      columns: columns.map(() => ({ width: 18 })),
      stickyRowsCount: 1,
      data: [header, ...Array.from({ length: readyRows }, () => ready)],
    },
  ] as never);
  return (toBuffer as () => Promise<Buffer>)();
}
