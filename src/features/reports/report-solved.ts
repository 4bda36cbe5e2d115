import { unscoped } from '../../access/actor.ts';
import { endOfDay, shanghaiDate, startOfDay } from '../../calendar/dates.ts';
import { asOfDay } from '../agreements/agreement-as-of.ts';
import { partiesAgree } from '../agreements/agreement-brokerage.ts';
import type { AssignmentStore } from '../brokers/assignment-store.ts';
import type { EngagementStore } from '../engagements/engagement-store.ts';
import type { NeedStore } from '../needs/need-store.ts';
import type { AgreementFacts } from './report.ts';
import type { ReportFacts } from './report-facts.ts';
import type { Period } from './report-period.ts';

/** A need that was solved, on which day, by which agreement if by one, under which broker. */
export interface SolvedNeed {
  needId: string;
  on: string;
  agreementId?: string | undefined;
  brokerId?: string | undefined;
}

export interface SolvedQuery extends Period {
  district: string;
  asOf?: string | undefined;
}

export type SolvedNeeds = ReturnType<typeof createSolvedNeeds>;

/** An agreement that stands, between the parties of its engagement. */
function stands(facts: AgreementFacts): boolean {
  const { brokerage, seller, buyer } = facts;
  if (facts.signedAt === undefined || !brokerage) return false;
  if (facts.revocation || facts.deregistration || facts.intermediary) return false;
  if (facts.duplicateOf !== undefined) return false;
  return partiesAgree(brokerage, seller.organizationId, buyer.organizationId);
}

/** The need is of the district of the party that posted it. */
const ofDistrict = ({ brokerage, seller, buyer }: AgreementFacts, district: string): boolean =>
  [seller, buyer].some(
    (party) => party.organizationId === brokerage?.enterpriseId && party.district === district,
  );

/**
 * 解决需求: needs of the district for which an agreement that still stands was signed in the period,
 * or which were closed as solved in it without an agreement ever signed. Of one need each signing
 * day and the closing, so that a reader counts it once in whatever period it asks for.
 */
export function createSolvedNeeds(parts: {
  facts: ReportFacts;
  needs: NeedStore;
  engagements: EngagementStore;
  assignments: AssignmentStore;
}) {
  const { facts, needs, engagements, assignments } = parts;
  const scope = unscoped('a report counts the needs of its own district');

  async function* byAgreement(query: SolvedQuery): AsyncIterable<SolvedNeed> {
    const { district, from, to, asOf } = query;
    const signed = facts.lean({
      ...{ district, from, to },
      ...{ measure: 'brokered', basis: 'signed', flow: 'all' },
    });
    for await (const agreement of signed) {
      const then = asOfDay(agreement, asOf);
      if (!stands(then) || !ofDistrict(then, district)) continue;
      const { needId, leadBrokerId: brokerId } = then.brokerage!;
      yield { needId, on: then.signedAt!, agreementId: then._id, brokerId };
    }
  }

  async function contracted(needIds: readonly string[]): Promise<Set<string>> {
    const found = new Set<string>();
    const filter = { needId: { $in: needIds }, 'agreements.0': { $exists: true } };
    for await (const { needId } of engagements.each(scope, filter, { needId: 1 })) {
      found.add(needId);
    }
    return found;
  }

  async function* byClosing({ district, from, to, asOf }: SolvedQuery): AsyncIterable<SolvedNeed> {
    const last = asOf !== undefined && asOf < to ? asOf : to;
    const closedAt = { $gte: startOfDay(from), $lt: endOfDay(last) };
    const filter = { district, closeCode: 'solved', closedAt };
    let batch: { needId: string; on: string }[] = [];
    async function* flush(): AsyncIterable<SolvedNeed> {
      const ids = batch.map(({ needId }) => needId);
      const [signed, led] = await Promise.all([contracted(ids), assignments.ofNeeds(ids)]);
      for (const one of batch) {
        if (!signed.has(one.needId)) yield { ...one, brokerId: led.get(one.needId)?.brokerId };
      }
      batch = [];
    }
    for await (const need of needs.each(scope, filter, { closedAt: 1 })) {
      batch.push({ needId: need._id, on: shanghaiDate(need.closedAt!) });
      if (batch.length === 500) yield* flush();
    }
    if (batch.length > 0) yield* flush();
  }

  return {
    async *each(query: SolvedQuery): AsyncIterable<SolvedNeed> {
      yield* byAgreement(query);
      yield* byClosing(query);
    },
  };
}

/** Each need once, as it was first solved in the period; in the order of days. */
export async function firstSolved(all: AsyncIterable<SolvedNeed>): Promise<SolvedNeed[]> {
  const first = new Map<string, SolvedNeed>();
  for await (const one of all) {
    const known = first.get(one.needId);
    if (!known || placeOf(one) < placeOf(known)) first.set(one.needId, one);
  }
  return [...first.values()].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const placeOf = ({ on, agreementId = '' }: SolvedNeed) => `${on} ${agreementId}`;
const keyOf = ({ on, needId }: SolvedNeed) => `${on} ${needId}`;
