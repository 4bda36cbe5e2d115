import { natures } from '../agreements/agreement-party.ts';
import type { ReportRow, RowParty } from './report.ts';
import type { CarriedAdjustment } from './report-published.ts';
import { word } from './report-words.ts';

/** A cell of an export: a text that stays a text, a count, or money in fen. */
export type Cell = { text: string } | { count: number } | { fen: number } | undefined;

interface Column<T> {
  title: string;
  width: number;
  cell(item: T): Cell;
}

const text = (value: string | undefined): Cell =>
  value === undefined ? undefined : { text: value };

const party = (name: string, of: (row: ReportRow) => RowParty): Column<ReportRow>[] => [
  { title: `${name}名称`, width: 30, cell: (row) => text(of(row).name) },
  { title: `${name}统一社会信用代码`, width: 22, cell: (row) => text(of(row).creditCode) },
  { title: `${name}性质`, width: 14, cell: (row) => text(natureOf(of(row))) },
  { title: `${name}国别`, width: 8, cell: (row) => text(of(row).country) },
  { title: `${name}行政区划`, width: 10, cell: (row) => text(of(row).district) },
];

const natureOf = ({ nature }: RowParty): string => natures[nature] ?? nature;

const remark = ({ buyerDistrictAssumed }: ReportRow): string | undefined =>
  buyerDistrictAssumed ? word('buyer_district_assumed', 'agreementWarnings') : undefined;

export const rowColumns: Column<ReportRow>[] = [
  { title: '类别', width: 6, cell: (row) => text(row.reason ? '排除' : '计入') },
  {
    title: '原因',
    width: 20,
    cell: (row) => text(row.reason && word(row.reason, 'exclusionReasons')),
  },
  { title: '统计日期', width: 12, cell: (row) => text(row.on) },
  { title: '合同登记编号', width: 18, cell: (row) => text(row.number) },
  { title: '项目名称', width: 40, cell: (row) => text(row.title) },
  { title: '合同类别', width: 18, cell: (row) => text(word(row.type, 'agreementTypes')) },
  { title: '技术领域', width: 22, cell: (row) => text(word(row.field, 'fields')) },
  { title: '签订日期', width: 12, cell: (row) => text(row.signedAt) },
  { title: '登记日期', width: 12, cell: (row) => text(row.registeredAt) },
  ...party('卖方', (row) => row.seller),
  ...party('买方', (row) => row.buyer),
  { title: '合同成交额（元）', width: 18, cell: (row) => ({ fen: row.contractValueFen }) },
  { title: '技术交易额（元）', width: 18, cell: (row) => ({ fen: row.technologyValueFen }) },
  { title: '成果数', width: 8, cell: (row) => ({ count: row.achievementIds.length }) },
  { title: '备注', width: 28, cell: (row) => text(remark(row)) },
  { title: '合同 ID', width: 28, cell: (row) => text(row.agreementId) },
  { title: '付款 ID', width: 28, cell: (row) => text(row.paymentId) },
];

/** Columns of live rows: those of a publication, and a broker's part where one is asked for. */
export const liveRowColumns = (brokerId: string | undefined): Column<LiveRow>[] => [
  ...rowColumns,
  ...(brokerId === undefined
    ? []
    : [
        {
          title: '经纪人分成技术交易额（元）',
          width: 18,
          cell: ({ brokerTechnologyValueFen: fen = 0 }: LiveRow): Cell => ({ fen }),
        },
      ]),
];

type LiveRow = ReportRow & { brokerTechnologyValueFen?: number };

const reasonOf = ({ reason }: CarriedAdjustment): string =>
  word(reason, 'adjustmentReasons', 'exclusionReasons');

export const adjustmentColumns: Column<CarriedAdjustment>[] = [
  { title: '类别', width: 6, cell: () => text('调整') },
  { title: '原因', width: 20, cell: (one) => text(reasonOf(one)) },
  { title: '调整期间', width: 24, cell: (one) => text(`${one.from} 至 ${one.to}`) },
  { title: '合同成交额（元）', width: 18, cell: (one) => ({ fen: one.contractValueFen }) },
  { title: '技术交易额（元）', width: 18, cell: (one) => ({ fen: one.technologyValueFen }) },
  { title: '合同 ID', width: 28, cell: (one) => text(one.agreementId) },
  { title: '原报告 ID', width: 28, cell: (one) => text(one.reportId) },
];

export const titles = <T>(columns: readonly Column<T>[]): Cell[] =>
  columns.map(({ title }) => ({ text: title }));

export const line = <T>(columns: readonly Column<T>[], item: T): Cell[] =>
  columns.map((column) => column.cell(item));

/** An adjustment in the columns of the rows, for an export that is one table. */
export function adjustmentInRowColumns(one: CarriedAdjustment): Cell[] {
  const cells = new Map<string, Cell>([
    ['类别', { text: '调整' }],
    ['原因', { text: `${reasonOf(one)}（${one.from} 至 ${one.to}）` }],
    ['合同成交额（元）', { fen: one.contractValueFen }],
    ['技术交易额（元）', { fen: one.technologyValueFen }],
    ['合同 ID', { text: one.agreementId }],
  ]);
  return rowColumns.map(({ title }) => cells.get(title));
}
