import { unscoped } from '../../access/actor.ts';
import { shanghaiDate } from '../../calendar/dates.ts';
import { asOfDay } from '../agreements/agreement-as-of.ts';
import type { AgreementStore } from '../agreements/agreement-store.ts';
import type { AssignmentStore } from '../brokers/assignment-store.ts';
import { type Engagement, hasReached } from '../engagements/engagement.ts';
import type { EngagementStore } from '../engagements/engagement-store.ts';
import type { Entry } from '../engagements/engagement-timeline.ts';
import type { MatchDecisionStore } from '../matching/match-store.ts';
import type { Need } from '../needs/need.ts';
import { reachedDays, type StepDays } from './report-funnel.ts';

export type FunnelNeed = Pick<Need, '_id' | 'submittedAt' | 'vetting'>;

export interface FunnelParts {
  assignments: AssignmentStore;
  engagements: EngagementStore;
  agreements: AgreementStore;
  matchDecisions: MatchDecisionStore;
  /** Which of some needs have a match in the list that deserves a call. */
  promising(needIds: readonly string[]): Promise<Set<string>>;
}

/** Whether this entry of the timeline is both sides at one table. */
const isMeeting = (entry: Entry): boolean => {
  if (entry.kind === 'stage') return hasReached(entry.to, 'meeting');
  if (entry.kind !== 'meeting') return false;
  const { participants } = entry;
  const sat = (side: string) => participants.some((one) => one.side === side);
  return participants.length === 0 || (sat('enterprise') && sat('institute'));
};

/** Reads what the needs of one batch have come to; nothing of it is kept. */
export function createFunnelFacts(parts: FunnelParts) {
  const { assignments, engagements, agreements, matchDecisions, promising } = parts;
  const scope = unscoped('a funnel follows the needs of its own district');
  const timeline = { 'timeline.kind': 1, 'timeline.at': 1, 'timeline.to': 1 } as const;
  const talks = { needId: 1, createdAt: 1, ...timeline, 'timeline.participants.side': 1 } as const;
  const course: Record<string, 1> = {
    ...{ engagementId: 1, signedAt: 1, registration: 1, changes: 1, payments: 1 },
    ...{ confirmations: 1, deregistration: 1, revocation: 1, duplicateOf: 1, intermediary: 1 },
  };

  /** Days by need, the earliest of each. */
  function earliest() {
    const days = new Map<string, string>();
    return {
      days,
      see(needId: string, day: string | undefined) {
        const known = days.get(needId);
        if (day !== undefined && (known === undefined || day < known)) days.set(needId, day);
      },
    };
  }

  async function talksOf(needIds: readonly string[]) {
    const [engaged, met] = [earliest(), earliest()];
    const needOf = new Map<string, string>();
    for await (const one of engagements.each(scope, { needId: { $in: needIds } }, talks)) {
      const { _id, needId, createdAt, timeline } = one as Engagement;
      needOf.set(_id, needId);
      engaged.see(needId, shanghaiDate(createdAt));
      for (const entry of timeline.filter(isMeeting)) met.see(needId, shanghaiDate(entry.at));
    }
    return { needOf, engaged: engaged.days, met: met.days };
  }

  /** Agreements that stand on the as-of day; one that was revoked is no step. */
  async function agreementsOf(needOf: ReadonlyMap<string, string>, until: string) {
    const [signed, registered] = [earliest(), earliest()];
    const filter = { engagementId: { $in: [...needOf.keys()] } };
    for await (const agreement of agreements.each(scope, filter, course)) {
      const then = asOfDay(agreement, until);
      if (then.revocation || then.deregistration || then.intermediary || then.duplicateOf) continue;
      const needId = needOf.get(then.engagementId!)!;
      signed.see(needId, then.signedAt);
      registered.see(needId, then.registration?.registeredAt);
    }
    return { signed: signed.days, registered: registered.days };
  }

  async function acceptedOf(needIds: readonly string[]) {
    const { days, see } = earliest();
    for (const [needId, { turns }] of await assignments.ofNeeds(needIds)) {
      for (const { acceptedAt } of turns) if (acceptedAt) see(needId, shanghaiDate(acceptedAt));
    }
    return days;
  }

  async function shortlistedOf(needIds: readonly string[]) {
    const { days, see } = earliest();
    const filter = { needId: { $in: needIds } };
    for await (const { needId, bySide } of matchDecisions.each(scope, filter)) {
      const { need } = bySide;
      if (need?.decision === 'shortlisted') see(needId, shanghaiDate(need.at));
    }
    return days;
  }

  /** The days on which each need of a batch reached each step, up to a day. */
  return async function stepsOf(
    needs: readonly FunnelNeed[],
    until: string,
  ): Promise<Map<string, StepDays>> {
    const ids = needs.map(({ _id }) => _id);
    const [{ needOf, engaged, met }, accepted, shortlisted, matched] = await Promise.all([
      talksOf(ids),
      acceptedOf(ids),
      shortlistedOf(ids),
      promising(ids),
    ]);
    const { signed, registered } = await agreementsOf(needOf, until);
    return new Map(
      needs.map(({ _id, submittedAt, vetting }) => {
        const vetted = vetting?.decision === 'accepted' ? shanghaiDate(vetting.at) : undefined;
        const taken = {
          posted: submittedAt && shanghaiDate(submittedAt),
          vetted,
          // A list is made anew at any time and has no day of its own: matching follows vetting.
          matched: matched.has(_id) ? vetted : shortlisted.get(_id),
          accepted: accepted.get(_id),
          engaged: engaged.get(_id),
          met: met.get(_id),
          signed: signed.get(_id),
          registered: registered.get(_id),
        };
        return [_id, reachedDays(taken as StepDays, until)];
      }),
    );
  };
}
