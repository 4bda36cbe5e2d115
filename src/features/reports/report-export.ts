import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { AppError } from '../../errors.ts';
import { byteOrderMark } from '../../export/csv.ts';
import { xlsxType } from '../../export/xlsx-type.ts';
import { reportLine } from './report-csv.ts';
import type { ChunkItems, ChunkKind, Report } from './report-published.ts';
import type { Asked, ShownRow } from './report-service.ts';
import {
  adjustmentInRowColumns,
  line,
  liveRowColumns,
  rowColumns,
  titles,
} from './report-table.ts';
import { reportWorkbook, xlsxMostRows } from './report-xlsx.ts';

export type ItemsOf = <K extends ChunkKind>(id: string, kind: K) => AsyncIterable<ChunkItems[K]>;

/** The frozen rows, those left out and the adjustments as one table, line by line. */
export async function* reportCsv(report: Report, itemsOf: ItemsOf): AsyncIterable<string> {
  yield byteOrderMark + reportLine(titles(rowColumns));
  for (const kind of ['rows', 'excludedRows'] as const) {
    for await (const row of itemsOf(report._id, kind)) yield reportLine(line(rowColumns, row));
  }
  for await (const one of itemsOf(report._id, 'adjustments')) {
    yield reportLine(adjustmentInRowColumns(one));
  }
}

/** Live rows as one table, read while they are sent. */
export async function sendRows(
  res: Response,
  rows: AsyncIterable<ShownRow>,
  { from, to, measure, basis, brokerId }: Asked & { brokerId?: string | undefined },
): Promise<void> {
  const columns = liveRowColumns(brokerId);
  async function* table() {
    yield byteOrderMark + reportLine(titles(columns));
    for await (const row of rows) yield reportLine(line(columns, row));
  }
  const name = `rows-${from}-${to}-${measure}-${basis}.csv`;
  sendHead(res, name, 'text/csv; charset=utf-8');
  await pipeline(Readable.from(table()), res);
}

const fileName = ({ from, to, measure, basis, edition }: Report, ending: string) =>
  `report-${from}-${to}-${measure}-${basis}-${edition}.${ending}`;

const asDownload = (res: Response, report: Report, ending: string, type: string) =>
  sendHead(res, fileName(report, ending), type);

function sendHead(res: Response, name: string, type: string) {
  res
    .status(200)
    .set('Content-Type', type)
    .set('Content-Disposition', `attachment; filename="${name}"`)
    .set('X-Content-Type-Options', 'nosniff')
    .set('Cache-Control', 'no-store');
}

/** Streams the frozen rows as one table; held back while the reader is slow. */
export async function sendCsv(res: Response, report: Report, itemsOf: ItemsOf): Promise<void> {
  asDownload(res, report, 'csv', 'text/csv; charset=utf-8');
  await pipeline(Readable.from(reportCsv(report, itemsOf)), res);
}

export async function sendXlsx(
  res: Response,
  report: Report,
  labels: ReadonlyMap<string, string>,
  itemsOf: ItemsOf,
): Promise<void> {
  const { rows, excludedRows, adjustments } = report.counts;
  if (rows + excludedRows + adjustments > xlsxMostRows) {
    const message = `More than ${xlsxMostRows} rows: take the CSV.`;
    throw new AppError(409, 'too_long_for_xlsx', message);
  }
  const workbook = await reportWorkbook(report, labels, await gatherItems(report, itemsOf));
  asDownload(res, report, 'xlsx', xlsxType);
  await pipeline(workbook, res);
}

/** All of a report's rows at once, for what cannot be streamed. */
export const gatherItems = async ({ _id }: Report, itemsOf: ItemsOf) => ({
  rows: await gather(itemsOf(_id, 'rows')),
  excludedRows: await gather(itemsOf(_id, 'excludedRows')),
  adjustments: await gather(itemsOf(_id, 'adjustments')),
});

async function gather<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
