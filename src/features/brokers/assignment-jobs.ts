import * as z from 'zod';
import { type Command, systemActor, unscoped } from '../../access/actor.ts';
import type { Clock } from '../../clock.ts';
import { type FollowUp, followUp, followUpName, type Job, job } from '../../jobs/job.ts';
import type { Queues } from '../../jobs/queues.ts';
import type { Repair } from '../../jobs/reconciler.ts';
import type { NeedStore } from '../needs/need-store.ts';
import type { NotificationService } from '../notifications/notification-service.ts';
import type { AssignmentDealer } from './assignment-dealer.ts';
import type { AssignmentFollower } from './assignment-follower.ts';
import type { AssignmentKeeper } from './assignment-keeper.ts';
import { noticesOf } from './assignment-notices.ts';
import type { AssignmentProposer } from './assignment-proposer.ts';
import { assignmentRepairs } from './assignment-repairs.ts';
import type { AssignmentStore } from './assignment-store.ts';
import type { BrokerStore } from './broker-store.ts';

/** Needs that open within this time are dealt out together. */
const gatherMs = 500;
/** While more come in (an import), a batch waits for them, but not for longer than this. */
const gatherMostMs = 6_000;
/** A clock that fires early would find nothing to do. */
const slackMs = 1_000;

interface Parts {
  clock: Clock;
  queues: Queues;
  stores: { brokers: BrokerStore; assignments: AssignmentStore; needs: NeedStore };
  proposer: AssignmentProposer;
  keeper: AssignmentKeeper;
  dealer: AssignmentDealer;
  follower: AssignmentFollower;
  notifications: Pick<NotificationService, 'send'>;
}

export interface AssignmentWork {
  jobs: Job[];
  followUps: FollowUp[];
  repairs: Repair[];
}

export function assignmentWork(parts: Parts): AssignmentWork {
  const { clock, queues, stores, proposer, keeper, dealer, follower } = parts;
  const byId = z.object({ id: z.string() });
  const byItself = unscoped('a job follows the document that named it');
  const command = (district: string): Command => ({
    actor: systemActor(district),
    at: clock.now(),
  });

  /** The batch that gathers what opens now. Queue time is real time, whatever the clock is set to. */
  async function gather(district: string) {
    const bucket = Math.floor(Date.now() / gatherMs) + 1;
    await queues.add(
      'assign-batch',
      { district },
      { id: `${district}-${bucket}`, delayMs: bucket * gatherMs - Date.now() },
    );
  }

  const assignNeed: FollowUp = {
    name: followUpName('need', 'assign'),
    queue: 'assignment',
    payload: byId,
    follows: { subject: 'need', topic: 'assign', owing: () => stores.needs.owing('assign') },
    /** An open need joins the next batch, which settles it; a closed one frees its broker. */
    async handle(payload) {
      const { id } = payload as { id: string };
      const need = await stores.needs.find(byItself, { _id: id });
      if (!need) return;
      if (need.status === 'open' && !proposer.settled(await stores.assignments.ofNeed(id))) {
        return gather(need.district);
      }
      await follower.followNeed(command(need.district), need);
      await stores.needs.settle(id, 'assign', need.revision);
    },
  };

  const gathering = new Map<string, { seen: number; since: number }>();

  /** True while the needs that wait have become more since the last look. */
  function growing(district: string, waiting: number): boolean {
    const { seen, since } = gathering.get(district) ?? { seen: 1, since: Date.now() };
    const grows = waiting > seen && Date.now() - since < gatherMostMs;
    if (grows) gathering.set(district, { seen: waiting, since });
    else gathering.delete(district);
    return grows;
  }

  const assignBatch = job({
    name: 'assign-batch',
    queue: 'assignment',
    payload: z.object({ district: z.string() }),
    async handle({ district }, run) {
      const batch = await dealer.waiting(district);
      if (growing(district, batch.length)) return gather(district);
      const done = await dealer.deal(command(district), district, batch, run.signal);
      if (!done && !run.signal.aborted) await gather(district);
    },
  });

  const proposeBroker = followUp({
    store: stores.assignments,
    topic: 'propose',
    queue: 'assignment',
    async handle(id) {
      const doc = await stores.assignments.find(byItself, { _id: id });
      const need = doc && (await stores.needs.find(byItself, { _id: doc.needId }));
      if (!doc || doc.endedAt || !need || need.status === 'closed') return;
      const cmd = command(need.district);
      const written = await proposer.next(cmd, need);
      if (written) await follower.followAssignment(cmd, written);
    },
  });

  const expireProposal = job({
    name: 'expire-proposal',
    queue: 'assignment',
    payload: byId,
    handle: ({ id }) => keeper.expire(command(''), id),
  });

  const checkFirstContact = job({
    name: 'check-first-contact',
    queue: 'assignment',
    payload: byId,
    handle: ({ id }) => keeper.firstContact(command(''), id),
  });

  const startClock = followUp({
    store: stores.assignments,
    topic: 'clock',
    queue: 'assignment',
    async handle(id) {
      const doc = await stores.assignments.find(byItself, { _id: id });
      if (!doc?.due || doc.endedAt) return;
      const name = doc.status === 'proposed' ? 'expire-proposal' : 'check-first-contact';
      const delayMs = doc.due.getTime() - clock.now().getTime() + slackMs;
      await queues.add(name, { id }, { id: `${id}-${doc.due.getTime()}`, delayMs });
    },
  });

  const release = followUp({
    store: stores.assignments,
    topic: 'release',
    queue: 'assignment',
    /** A place that comes free may be what another need waits for. */
    async handle(id) {
      const district = await keeper.release(id);
      if (!district) return;
      for await (const _ of stores.assignments.withoutRoom(district)) return gather(district);
    },
  });

  const tellNeed = followUp({
    store: stores.assignments,
    topic: 'need',
    queue: 'assignment',
    async handle(id) {
      const doc = await stores.assignments.find(byItself, { _id: id });
      if (doc) await follower.followAssignment(command(doc.district), doc);
    },
  });

  const notify = followUp({
    store: stores.assignments,
    topic: 'notify',
    queue: 'notifications',
    async handle(id) {
      const doc = await stores.assignments.find(byItself, { _id: id });
      for (const notice of doc ? noticesOf(doc) : []) await parts.notifications.send(notice);
    },
  });

  const brokerChanged = followUp({
    store: stores.brokers,
    topic: 'assignments',
    queue: 'assignment',
    async handle(id) {
      const broker = await stores.brokers.find(byItself, { _id: id });
      if (!broker) return;
      await keeper.brokerChanged(command(broker.district), id);
      await gather(broker.district);
    },
  });

  return {
    jobs: [assignBatch, expireProposal, checkFirstContact],
    followUps: [assignNeed, proposeBroker, startClock, release, tellNeed, notify, brokerChanged],
    repairs: assignmentRepairs({
      clock,
      queues,
      assignments: stores.assignments,
      keeper,
      gather,
    }),
  };
}
