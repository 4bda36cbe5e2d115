import { systemActor } from '../../access/actor.ts';
import { addDays, shanghaiDate } from '../../calendar/dates.ts';
import type { Engagement } from '../../features/engagements/engagement.ts';
import type { EngagementStage } from '../../vocabulary.ts';
import type { InstituteKey } from '../content/institutes.ts';
import { calls, firstMinutes, laterMinutes, places, steps, visitNotes } from '../content/talks.ts';
import { diceFor } from '../demo-random.ts';
import { type DemoTime, workingDay } from '../demo-time.ts';
import type { Stage } from '../stage.ts';

/** One pair at the table, and who brings it together. */
export interface Pair {
  name: string;
  firm: string;
  institute: InstituteKey;
  broker: number;
}

type OwnerSide = keyof typeof steps;
const owners: readonly OwnerSide[] = ['enterprise', 'institute', 'broker'];

export type EngagementScenes = ReturnType<typeof createEngagementScenes>;

/** What is said, signed and agreed between a firm and an institute. */
export function createEngagementScenes({ ctx, cast, capabilityIds, as, now }: Stage) {
  const { engagements } = ctx;
  const lead = (pair: Pair, at: Date) => as(`broker${pair.broker}`, at);

  return {
    introduce: (pair: Pair, needId: string, capability: string | undefined, at: Date) =>
      engagements.create(lead(pair, at), {
        needId,
        instituteId: cast.organization(pair.institute)._id,
        ...(capability && { capabilityId: capabilityIds.get(capability)! }),
      }),

    /** A meeting with next steps; all but those due in the last days before today are done. */
    async meet(
      pair: Pair,
      id: string,
      at: Date,
      round: 'first' | 'later',
      leaveOpen: 'none' | 'overdue' | 'coming' = 'none',
    ): Promise<Engagement> {
      const dice = diceFor(`${pair.name} ${round} ${at.toISOString().slice(0, 10)}`);
      const place = dice.pick(places);
      const side = dice.pick(owners);
      const days = { none: 10, overdue: -dice.between(2, 5), coming: dice.between(2, 8) };
      const from = leaveOpen === 'none' ? shanghaiDate(at) : shanghaiDate(now);
      const some = addDays(from, days[leaveOpen]);
      const due = leaveOpen === 'overdue' ? some : workingDay(some);
      const met = await engagements.meet(lead(pair, at), id, {
        at,
        ...(place === '线上会议' ? { link: 'https://meeting.demo.test/room' } : { place }),
        participants: [
          { side: 'enterprise', name: '企业技术负责人' },
          { side: 'institute', name: '课题组负责人' },
          { side: 'broker', name: cast.person(`broker${pair.broker}`).name },
        ],
        minutes: dice.pick(round === 'first' ? firstMinutes : laterMinutes),
        nextSteps: [{ text: dice.pick(steps[side]), ownerSide: side, due }],
        audience: 'all',
      });
      if (leaveOpen !== 'none') return met;
      const done = new Date(at.getTime() + 6 * 86_400_000);
      const cmd = lead(pair, done < now ? done : at);
      return engagements.finishStep(cmd, id, met.nextSteps.at(-1)!.id, undefined);
    },

    call: (pair: Pair, id: string, at: Date) =>
      engagements.contact(lead(pair, at), id, {
        kind: 'call',
        note: diceFor(`${pair.name} call ${at.toISOString()}`).pick(calls),
        audience: 'brokers',
      }),

    move: (pair: Pair, id: string, to: EngagementStage, at: Date) =>
      engagements.move(lead(pair, at), id, { to }, undefined),

    end: (pair: Pair, id: string, at: Date, code: 'no_capacity' | 'price', note: string) =>
      engagements.move(lead(pair, at), id, { to: 'ended', code, note }, undefined),

    /** Signed by both, each in person. */
    async signNda(pair: Pair, id: string, at: Date): Promise<void> {
      await engagements.signNda(as(pair.firm, at), id, { signedByEnterpriseAt: at });
      await engagements.signNda(as(pair.institute, at), id, { signedByInstituteAt: at });
    },

    share: (pair: Pair, id: string, at: Date, other: number) =>
      engagements.update(
        lead(pair, at),
        id,
        {
          shares: [
            { brokerId: cast.person(`broker${pair.broker}`).id, percent: 70 },
            { brokerId: cast.person(`broker${other}`).id, percent: 30 },
          ],
        },
        undefined,
      ),

    signed: (id: string, agreementId: string, signedAt: string, at: Date) =>
      engagements.agreementSigned(
        { actor: systemActor(cast.district), at },
        { engagementId: id, agreementId, signedAt },
      ),

    /** Reports on the visits whose day has come. */
    async visit(pair: Pair, id: string, time: DemoTime): Promise<void> {
      const { visits } = await engagements.get(cast.person('bureau'), id);
      for (const [n, { id: visitId, plannedOn }] of visits.entries()) {
        const at = time.on(plannedOn, 15);
        if (at >= now) return;
        await engagements.report(as(pair.institute, at), id, visitId, {
          at,
          note: diceFor(`${pair.name} visit ${n}`).pick(visitNotes),
          experts: ['课题组专家一'],
        });
      }
    },

    outcome: (pair: Pair, id: string, at: Date) => {
      const dice = diceFor(`${pair.name} outcome`);
      const kind = dice.pick(['months_saved', 'cost_saved_fen', 'revenue_fen'] as const);
      const value =
        kind === 'months_saved' ? dice.between(4, 24) : dice.between(30, 400) * 1_000_000;
      return engagements.stateOutcome(as(pair.firm, at), id, {
        ...{ kind, value, statedAt: at },
        statedBy: cast.person(pair.firm).name,
      });
    },
  };
}
