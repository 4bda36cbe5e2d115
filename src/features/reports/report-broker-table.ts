import { unscoped } from '../../access/actor.ts';
import { endOfDay, startOfDay } from '../../calendar/dates.ts';
import { type BrokerGrade, brokerGrades } from '../../vocabulary.ts';
import type { AssignmentStore } from '../brokers/assignment-store.ts';
import type { Broker } from '../brokers/broker.ts';
import type { BrokerStore } from '../brokers/broker-store.ts';
import { isActive } from '../engagements/engagement.ts';
import type { EngagementStore } from '../engagements/engagement-store.ts';
import type { ReportQuery } from './report.ts';
import { type BrokerFigures, createBrokerFold } from './report-brokers.ts';
import { classify } from './report-classify.ts';
import type { ReportFacts } from './report-facts.ts';
import { type HeldMeeting, meetingsOf } from './report-meetings.ts';
import { type Proposal, proposalsOf } from './report-proposals.ts';
import { firstSolved, type SolvedNeeds } from './report-solved.ts';

export interface BrokerRow extends BrokerFigures {
  brokerId: string;
  name: string;
  grade: BrokerGrade | null;
  /** False: gets nothing new; `null`, as grade and capacity, where the profile is gone. */
  active: boolean | null;
  capacity: number | null;
}

export interface BrokerTable {
  rows: BrokerRow[];
  total: BrokerFigures;
  /** What no broker led: agreements without an engagement, for one. */
  withoutBroker: BrokerFigures;
}

/** `until`: the end of the as-of day, or now; what is later is planned, or not answered yet. */
export type BrokerQuery = ReportQuery & { until: Date };

export interface BrokerTableParts {
  facts: ReportFacts;
  solved: SolvedNeeds;
  brokers: BrokerStore;
  assignments: AssignmentStore;
  engagements: EngagementStore;
}

const talks = {
  ...{ needId: 1, instituteId: 1, brokerId: 1, stage: 1 },
  ...{ 'timeline.id': 1, 'timeline.kind': 1, 'timeline.at': 1 },
} as Record<string, 1>;

/** Reads who did what; every row stays with the broker that it was of. */
export function createBrokerTable(parts: BrokerTableParts) {
  const { facts, solved, brokers, assignments, engagements } = parts;
  const scope = unscoped('the office reads what the brokers of its own district do');

  async function* proposals(query: BrokerQuery, brokerId?: string): AsyncIterable<Proposal> {
    const { district, from, to, until } = query;
    const at = { $gte: startOfDay(from), $lt: endOfDay(to) };
    const turns = { $elemMatch: { at, ...(brokerId !== undefined && { brokerId }) } };
    for await (const doc of assignments.each(scope, { district, turns }, { needId: 1, turns: 1 })) {
      yield* proposalsOf(doc, query, until).filter(
        (one) => (brokerId ?? one.brokerId) === one.brokerId,
      );
    }
  }

  const talksOf = (district: string, brokerId: string | undefined) =>
    engagements.each(
      scope,
      {
        ...{ districts: district, needDistrict: district },
        ...(brokerId !== undefined && { brokerId }),
      },
      talks,
    );

  async function* meetings(query: BrokerQuery, brokerId?: string): AsyncIterable<HeldMeeting> {
    for await (const engagement of talksOf(query.district, brokerId)) {
      yield* meetingsOf(engagement, query, query.until);
    }
  }

  async function table(query: BrokerQuery): Promise<BrokerTable> {
    const fold = createBrokerFold();
    const { district } = query;
    const carried = {
      ...{ district, endedAt: { $exists: false } },
      status: { $in: ['proposed', 'accepted'] },
    };
    for await (const { brokerId } of assignments.each(scope, carried, { brokerId: 1 })) {
      fold.carries(brokerId!);
    }
    for await (const proposal of proposals(query)) fold.proposed(proposal);
    for await (const engagement of talksOf(district, undefined)) {
      if (isActive(engagement)) fold.engages(engagement.brokerId);
      for (const { brokerId } of meetingsOf(engagement, query, query.until)) fold.met(brokerId);
    }
    for await (const agreement of facts.lean(query)) {
      for (const row of classify(agreement, query)?.rows ?? []) fold.counted(row);
    }
    for (const { brokerId } of await firstSolved(solved.each(query))) fold.solved(brokerId);
    const { ids, of, total, withoutBroker } = fold.result();
    const profiles = await profilesOf(district, ids);
    const rows = [...profiles].map(([id, profile]) => rowOf(id, profile, of(id)));
    return { rows, total, withoutBroker };
  }

  /** The district's brokers, and whoever else had a part. */
  async function profilesOf(district: string, ids: readonly string[]) {
    const found = new Map<string, Broker | undefined>();
    for await (const broker of brokers.each(scope, { district })) found.set(broker._id, broker);
    const others = ids.filter((id) => !found.has(id));
    const known = await brokers.getMany(scope, others);
    for (const id of others) found.set(id, known.get(id));
    return found;
  }

  return { table, proposals, meetings };
}

const rowOf = (brokerId: string, broker: Broker | undefined, own: BrokerFigures): BrokerRow => ({
  brokerId,
  name: broker?.name ?? brokerId,
  grade: broker?.grade ?? null,
  active: broker?.active ?? null,
  capacity: broker?.capacity ?? null,
  ...own,
});

/** Columns that the table can be sorted by. */
export const brokerSorts = [
  'technologyValueFen',
  'name',
  'grade',
  'load',
  'capacity',
  'proposals',
  'accepted',
  'declined',
  'expired',
  'waiting',
  'takenBack',
  'answerMinutes',
  'meetings',
  'engagementsOpen',
  'agreements',
  'needsSolved',
] as const satisfies readonly (keyof BrokerRow)[];
export type BrokerSort = (typeof brokerSorts)[number];

const placeIn = (row: BrokerRow, sort: BrokerSort): number | string | null => {
  if (sort === 'grade') return row.grade === null ? null : brokerGrades.indexOf(row.grade);
  return row[sort];
};

/** `-` before the column is descending; what has no value comes last either way. */
export function sortBrokers(rows: readonly BrokerRow[], sort: string): BrokerRow[] {
  const descending = sort.startsWith('-');
  const column = (descending ? sort.slice(1) : sort) as BrokerSort;
  return rows.toSorted((a, b) => {
    const [x, y] = [placeIn(a, column), placeIn(b, column)];
    if (x === y) return a.brokerId < b.brokerId ? -1 : 1;
    if (x === null || y === null) return x === null ? 1 : -1;
    const order =
      typeof x === 'string' ? x.localeCompare(y as string, 'zh-Hans-CN') : x - (y as number);
    return descending ? -order : order;
  });
}
