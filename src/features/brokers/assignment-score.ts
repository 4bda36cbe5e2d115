import type { BrokerBarrier, BrokerGrade, Field, ScorePartKind } from '../../vocabulary.ts';
import { type BrokerProfile, type BrokerRecord, conflictingParties, isOnLeave } from './broker.ts';

/** A need as assignment sees it. */
export interface NeedToAssign {
  id: string;
  district: string;
  field?: Field | undefined;
  /** Organizations concerned: the enterprise, and institutes already in talks. */
  parties: readonly string[];
  /** The person who vetted the need; a second reader stays out of its brokerage. */
  vettedBy?: string | undefined;
  /** Brokers who declined this need or let it run out. */
  missed: readonly string[];
  /** Working days the need has waited: decides who goes first when room is short. */
  waitedDays?: number | undefined;
}

/** A broker with what can be counted about the past. */
export interface Candidate extends BrokerProfile {
  /** Also the id of the person. */
  id: string;
  /** Open needs carried now, proposed and accepted. */
  load: number;
  record: BrokerRecord;
}

export type ScorePart = {
  kind: ScorePartKind;
  points: number;
};

/** Points at stake for each part; together 1,000, so a score reads as tenths of a percent. */
export const PART_POINTS = { expertise: 450, load: 250, record: 200, district: 50, grade: 50 };

const GRADE_VALUE: Record<BrokerGrade, number> = { junior: 0, intermediate: 0.5, senior: 1 };

/**
 * Every rule that keeps this broker from being asked about this need; none: may be asked.
 * `from` and `to` are the days of the time to answer: who is away on one of them is not asked.
 */
export function barriers(
  need: NeedToAssign,
  broker: Candidate,
  days: { from: string; to: string },
): BrokerBarrier[] {
  const found: BrokerBarrier[] = [];
  if (!broker.active) found.push('inactive');
  if (broker.district !== need.district) found.push('other_district');
  if (broker.load >= broker.capacity) found.push('no_capacity');
  if (isOnLeave(broker.leave, days.from, days.to)) found.push('on_leave');
  if (conflictingParties(broker, need.parties).length > 0) found.push('conflict_of_interest');
  if (need.vettedBy === broker.id) found.push('vetted_this_need');
  if (need.missed.includes(broker.id)) found.push('already_asked');
  return found;
}

/** The parts of the score that do not move while a batch is being dealt out. */
export function steadyParts(need: NeedToAssign, broker: Candidate): ScorePart[] {
  return [
    part('expertise', expertise(need.field, broker.fields)),
    part('record', recordValue(broker.record)),
    part('district', broker.district === need.district ? 1 : 0),
    part('grade', GRADE_VALUE[broker.grade]),
  ];
}

/** The load part when the broker carries `load` needs already: the share of capacity still free. */
export function loadPart(load: number, capacity: number): ScorePart {
  return part('load', capacity > 0 ? Math.max(0, 1 - load / capacity) : 0);
}

export type Ranked = { brokerId: string; score: number; parts: ScorePart[] };

/** Brokers who may be asked, best first; equal scores by id, so that a re-run asks the same one. */
export function rankBrokers(
  need: NeedToAssign,
  brokers: readonly Candidate[],
  days: { from: string; to: string },
): Ranked[] {
  return brokers
    .filter((broker) => barriers(need, broker, days).length === 0)
    .map((broker) =>
      ranked(broker.id, [...steadyParts(need, broker), loadPart(broker.load, broker.capacity)]),
    )
    .sort((a, b) => b.score - a.score || (a.brokerId < b.brokerId ? -1 : 1));
}

export function ranked(brokerId: string, parts: ScorePart[]): Ranked {
  return { brokerId, score: total(parts), parts };
}

export function total(parts: readonly ScorePart[]): number {
  return parts.reduce((sum, { points }) => sum + points, 0);
}

/** A need without a field is anybody's, but whoever names no field is nobody's specialist. */
function expertise(field: Field | undefined, fields: readonly Field[]): number {
  if (field === undefined) return 0.5;
  if (fields.includes(field)) return 1;
  return fields.length === 0 ? 0.25 : 0;
}

/**
 * Success and answering, each drawn towards the middle while there is little to go by (one good
 * year beats one lucky deal). A refusal with a code is an answer; silence is not.
 */
function recordValue({ asked, expired, led, solved }: BrokerRecord): number {
  const success = (solved + 1) / (led + 2);
  const answers = (asked - expired + 2) / (asked + 2);
  return 0.6 * success + 0.4 * answers;
}

/** Whole points: sums are exact and a score is the same on every machine. */
function part(kind: ScorePart['kind'], value: number): ScorePart {
  return { kind, points: Math.round(PART_POINTS[kind] * value) };
}
