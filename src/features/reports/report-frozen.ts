import { type FlowSide, flowSides, type Grouping, groupings } from '../../vocabulary.ts';
import { formerType } from '../agreements/agreement.ts';
import type { CountedRow, Group, ReportRow } from './report.ts';
import { flowBetween, groupKey, pairOf, type RowFilter, unknownKey } from './report-grouping.ts';
import { countedRow, type NamedFacts } from './report-row.ts';
import type { RowTotal } from './report-row-sum.ts';
import { partsOf } from './report-share.ts';
import { count, emptyTally, figures, type Tally } from './report-summary.ts';

/** A row of a publication, with everything that it was counted under on that day. */
export interface FrozenRow extends ReportRow {
  keys?: Record<Grouping, string>;
  sides?: Record<FlowSide, { seller: string; buyer: string }>;
  /** Whose it is; an empty id is the part that no broker has. */
  parts?: { brokerId: string; technologyValueFen: number }[];
}

/** Rows that know their keys, sides and parts; those published before have no version. */
export const rowsVersion = 2 as const;

export interface FrozenRows {
  district: string;
  rowsVersion?: typeof rowsVersion | undefined;
}

/** The keys are frozen, not worked out again, so that a later rule moves no row to another group. */
export function frozenRow(row: CountedRow<NamedFacts>, district: string): FrozenRow {
  const named = <N extends string, T>(names: readonly N[], of: (name: N) => T) =>
    Object.fromEntries(names.map((name) => [name, of(name)])) as Record<N, T>;
  return {
    ...countedRow(row),
    keys: named(groupings, (groupBy) => groupKey(row, groupBy, district)),
    sides: named(flowSides, (by) => pairOf(row, by)),
    parts: [...partsOf(row)].map(([brokerId, technologyValueFen]) => {
      return { brokerId, technologyValueFen };
    }),
  };
}

/** What rows without keys tell of themselves all the same. */
const told: Partial<Record<Grouping, (row: ReportRow, district: string) => string | undefined>> = {
  field: ({ field }) => field,
  type: ({ type }) => type,
  formerType: ({ type }) => formerType(type),
  flow: ({ seller, buyer }, district) => flowBetween(seller, buyer, district),
  broker: ({ brokerId }) => brokerId,
  month: ({ on }) => on.slice(0, 7),
};

/** By which parameters the rows of a publication can be narrowed. */
export const narrowsOf = ({ rowsVersion }: FrozenRows) =>
  rowsVersion
    ? { groupBy: [...groupings], by: [...flowSides], brokerId: true }
    : { groupBy: groupings.filter((one) => told[one]), by: [], brokerId: false };

/** Whether the rows can tell which of them stand behind the figure that the filter names. */
export function canNarrow(report: FrozenRows, { groupBy, key, by, brokerId }: RowFilter): boolean {
  const narrows = narrowsOf(report);
  if (groupBy && key !== undefined && !narrows.groupBy.includes(groupBy)) return false;
  return (!by || narrows.by.length > 0) && (brokerId === undefined || narrows.brokerId);
}

/** The group of a frozen row. */
const keyOf = (row: FrozenRow, groupBy: Grouping, district: string): string =>
  row.keys?.[groupBy] ?? told[groupBy]?.(row, district) ?? unknownKey;

/** Splits frozen rows as the summary splits live ones. */
export function createFrozenGroups(groupBy: Grouping, district: string) {
  const groups = new Map<string, Tally>();
  return {
    add(row: FrozenRow): void {
      const key = keyOf(row, groupBy, district);
      const tally = groups.get(key) ?? emptyTally();
      groups.set(key, tally);
      count(tally, countable(row));
    },
    result: (): Group[] =>
      [...groups.keys()].toSorted().map((key) => ({ key, ...figures(groups.get(key)!) })),
  };
}

const countable = ({ agreementId: _id, achievementIds, ...values }: FrozenRow) => ({
  facts: { _id, achievementIds },
  ...values,
});

/** Whether a frozen row is one of those behind the figure that the filter names. */
export function isFrozenBehind(row: FrozenRow, filter: RowFilter, district: string): boolean {
  const { groupBy, key, by, seller, buyer, brokerId } = filter;
  if (groupBy && key !== undefined && keyOf(row, groupBy, district) !== key) return false;
  const pair = by && row.sides?.[by];
  if (seller !== undefined && pair?.seller !== seller) return false;
  if (buyer !== undefined && pair?.buyer !== buyer) return false;
  return brokerId === undefined || partIn(row, brokerId) !== undefined;
}

export const partIn = ({ parts }: FrozenRow, brokerId: string): number | undefined =>
  parts?.find((part) => part.brokerId === brokerId)?.technologyValueFen;

/** Adds up frozen rows while they are read. */
export function createFrozenSum({ brokerId }: RowFilter) {
  const tally = emptyTally();
  let rows = 0;
  let part = 0;
  return {
    add(row: FrozenRow): void {
      count(tally, countable(row));
      rows += 1;
      if (brokerId !== undefined) part += partIn(row, brokerId) ?? 0;
    },
    result: (): RowTotal => ({
      rows,
      ...figures(tally),
      ...(brokerId !== undefined && { brokerTechnologyValueFen: part }),
    }),
  };
}
