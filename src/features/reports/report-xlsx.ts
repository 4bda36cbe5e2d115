import type { Readable } from 'node:stream';
import writeXlsxFile, { type Row, type Sheet } from 'write-excel-file/node';
import type { ReportRow } from './report.ts';
import { cleanText } from './report-csv.ts';
import type { CarriedAdjustment, Report } from './report-published.ts';
import { adjustmentColumns, type Cell, line, rowColumns, titles } from './report-table.ts';
import { groupWord, word } from './report-words.ts';

/** A workbook is made in memory; what is longer is for the CSV, which is streamed. */
export const xlsxMostRows = 20_000;

/** fen ÷ 100 is the nearest double to the exact yuan, and prints as just that below 10^15 fen. */
const yuan = (fen: number) => ({ value: fen / 100, type: Number, format: '#,##0.00' });

/** A text cell is marked as one, so that no text ever runs as a formula. */
const asText = (text: string) => ({ value: cleanText(text), type: String });

function xlsxCell(cell: Cell): Row[number] {
  if (cell === undefined) return null;
  if ('fen' in cell) return yuan(cell.fen);
  return 'count' in cell ? { value: cell.count, type: Number } : asText(cell.text);
}

const row = (cells: Cell[]): Row => cells.map(xlsxCell);
const heading = (cells: Cell[]): Row =>
  cells.map((cell) => ({ ...(xlsxCell(cell) as object), fontWeight: 'bold' as const }));
const widths = (columns: { width: number }[]) => columns.map(({ width }) => ({ width }));

function overview(report: Report, labels: ReadonlyMap<string, string>): Row[] {
  const { figures, adjustmentTotals: adjustments, groupBy } = report;
  const entry = (name: string, cell: Cell): Row => [asText(name), xlsxCell(cell)];
  const groups = report.groups.map((group) => [
    { text: labels.get(group.key) ?? (groupBy && groupWord(groupBy, group.key)) ?? group.key },
    { count: group.achievements },
    { count: group.agreements },
    { fen: group.contractValueFen },
    { fen: group.technologyValueFen },
  ]);
  const columns = ['引进成果（项）', '合同（份）', '合同成交额（元）', '技术交易额（元）'];
  const texts = (...all: string[]): Cell[] => all.map((text) => ({ text }));
  return [
    heading(texts('技术交易统计表')),
    entry('统计期间', { text: `${report.from} 至 ${report.to}` }),
    entry('地区', { text: report.district }),
    entry('口径', { text: word(report.measure, 'measures') }),
    entry('依据', { text: word(report.basis, 'bases') }),
    entry('流向', { text: word(report.flow, 'flows') }),
    entry('截至日期', { text: report.asOf }),
    entry('版次', { count: report.edition }),
    entry('发布时间', { text: report.publishedAt.toISOString() }),
    entry('校验和 SHA-256', { text: report.checksum }),
    [],
    entry('引进成果（项）', { count: figures.achievements }),
    entry('合同（份）', { count: figures.agreements }),
    entry('合同成交额（元）', { fen: figures.contractValueFen }),
    entry('技术交易额（元）', { fen: figures.technologyValueFen }),
    entry('以前期间调整：合同成交额（元）', { fen: adjustments.contractValueFen }),
    entry('以前期间调整：技术交易额（元）', { fen: adjustments.technologyValueFen }),
    [],
    heading(texts('未计入原因', '合同（份）')),
    ...report.excluded.map(({ reason, count }) =>
      row([{ text: word(reason, 'exclusionReasons') }, { count }]),
    ),
    ...(groupBy
      ? [[], heading(texts(word(groupBy, 'groupings'), ...columns)), ...groups.map(row)]
      : []),
  ];
}

/** The report as a workbook: overview, rows, rows left out, adjustments. */
export function reportWorkbook(
  report: Report,
  labels: ReadonlyMap<string, string>,
  items: { rows: ReportRow[]; excludedRows: ReportRow[]; adjustments: CarriedAdjustment[] },
): Promise<Readable> {
  const rowsSheet = (sheet: string, rows: ReportRow[]): Sheet<never> => ({
    sheet,
    columns: widths(rowColumns),
    stickyRowsCount: 1,
    data: [heading(titles(rowColumns)), ...rows.map((one) => row(line(rowColumns, one)))],
  });
  const sheets: Sheet<never>[] = [
    {
      sheet: '汇总',
      columns: [32, 40, 14, 22, 22].map((width) => ({ width })),
      data: overview(report, labels),
    },
    rowsSheet('明细', items.rows),
    rowsSheet('未计入', items.excludedRows),
    {
      sheet: '调整',
      columns: widths(adjustmentColumns),
      stickyRowsCount: 1,
      data: [
        heading(titles(adjustmentColumns)),
        ...items.adjustments.map((one) => row(line(adjustmentColumns, one))),
      ],
    },
  ];
  const { toStream } = writeXlsxFile(sheets as never);
  return (toStream as () => Promise<Readable>)();
}
