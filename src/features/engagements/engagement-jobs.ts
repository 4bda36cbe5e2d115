import * as z from 'zod';
import { type Command, systemActor, unscoped } from '../../access/actor.ts';
import { shanghaiDate, startOfDay } from '../../calendar/dates.ts';
import type { Clock } from '../../clock.ts';
import { type FollowUp, followUp, type Job, job } from '../../jobs/job.ts';
import type { Queues } from '../../jobs/queues.ts';
import type { Repair } from '../../jobs/reconciler.ts';
import type { NeedStore } from '../needs/need-store.ts';
import type { NotificationService } from '../notifications/notification-service.ts';
import type { Engagement } from './engagement.ts';
import type { EngagementEditor } from './engagement-editor.ts';
import type { EngagementNeed } from './engagement-need.ts';
import { noticesSince, remindersBy } from './engagement-notices.ts';
import type { EngagementStore } from './engagement-store.ts';

/** Shares files with the participants of an engagement; may run twice. */
export type AttachFiles = (
  cmd: Command,
  fileIds: readonly string[],
  to: {
    kind: string;
    id: string;
    organizationIds: readonly string[];
    districts: readonly string[];
    userIds: readonly string[];
  },
) => Promise<void>;

interface Parts {
  engagements: EngagementStore;
  needs: NeedStore;
  edit: EngagementEditor;
  followNeed: EngagementNeed;
  attachFiles: AttachFiles;
  notifications: Pick<NotificationService, 'send'>;
  queues: Pick<Queues, 'add'>;
  clock: Clock;
}

const remindJob = 'engagement-remind-now';
const read = unscoped('a follow-up re-reads the document that owes it');

/** Reminders go out at nine in the morning, Shanghai. */
const remindHourMs = 9 * 60 * 60 * 1000;
const remindableDay = (now: Date) => shanghaiDate(new Date(now.getTime() - remindHourMs));

/** What follows a write on an engagement; each may run twice. */
export function engagementFollowUps(parts: Parts): FollowUp[] {
  const { engagements, needs, edit, followNeed, notifications, queues, clock } = parts;
  const command = (district: string): Command => ({
    actor: systemActor(district),
    at: clock.now(),
  });
  const topic = (name: string, handle: (engagement: Engagement) => Promise<void>) =>
    followUp({
      store: engagements,
      topic: name,
      queue: 'engagements',
      handle: async (id) => handle(await engagements.get(read, id)),
    });

  return [
    topic('need', (one) => followNeed(command(one.needDistrict), one.needId)),

    topic('notify', async (one) => {
      const owed = one.todo.filter((todo) => todo.topic === 'notify').map((todo) => todo.since);
      for (const notice of noticesSince(one, Math.min(...owed))) await notifications.send(notice);
    }),

    topic('remind', async ({ _id: id, remindOn }) => {
      if (remindOn === undefined) return;
      const at = startOfDay(remindOn).getTime() + remindHourMs;
      const delayMs = at - clock.now().getTime();
      await queues.add(remindJob, { id }, { id: `${id}-${remindOn}`, delayMs });
    }),

    topic('files', async (one) => {
      if (one.fileIds.length === 0) return;
      const brokers = [one.brokerId, ...one.shares.map(({ brokerId }) => brokerId)];
      await parts.attachFiles(command(one.needDistrict), one.fileIds, {
        kind: 'engagement',
        id: one._id,
        organizationIds: [one.enterpriseId, one.instituteId],
        districts: one.districts,
        userIds: [...new Set(brokers)].filter((id) => id !== undefined),
      });
    }),

    followUp({
      store: needs,
      topic: 'lead',
      queue: 'engagements',
      async handle(needId) {
        const { brokerId, district } = await needs.get(read, needId);
        if (brokerId === undefined) return;
        const going = { needId, open: true, brokerId: { $ne: brokerId } };
        for await (const { _id } of engagements.each(read, going)) {
          const how = { name: 'lead', actions: [], todo: ['files', 'agreements'] };
          await edit(command(district), _id, how, (one) =>
            one.brokerId === brokerId
              ? { values: {}, happened: [] }
              : { values: { brokerId }, happened: [{ kind: 'lead', brokerId }] },
          );
        }
      },
    }),
  ];
}

/** Sends what is due to be reminded of, and writes down that it was. */
export function engagementJobs(parts: Parts): Job[] {
  const { engagements, edit, notifications, clock } = parts;
  return [
    job({
      name: remindJob,
      queue: 'engagements',
      payload: z.object({ id: z.string() }),
      async handle({ id }) {
        const engagement = await engagements.find(read, { _id: id });
        if (!engagement || engagement.stage === 'ended') return;
        const at = clock.now();
        const { ids, notices } = remindersBy(engagement, remindableDay(at));
        if (ids.length === 0) return;
        for (const notice of notices) await notifications.send(notice);
        const mark = <T extends { id: string }>(rows: readonly T[]): T[] =>
          rows.map((row) => (ids.includes(row.id) ? { ...row, remindedAt: at } : row));
        const cmd = { actor: systemActor(engagement.needDistrict), at };
        await edit(cmd, id, { name: 'reminded', actions: [] }, ({ nextSteps, visits }) => ({
          values: { nextSteps: mark(nextSteps), visits: mark(visits) },
          happened: [],
        }));
      },
    }),
  ];
}

/** Finds due reminders in the store alone, should Redis have lost their delayed jobs. */
export function engagementRepair(parts: Pick<Parts, 'engagements' | 'queues' | 'clock'>): Repair {
  const { engagements, queues, clock } = parts;
  return {
    name: 'engagement-reminders',
    async run(signal) {
      for await (const { _id: id } of engagements.toRemind(remindableDay(clock.now()))) {
        if (signal.aborted) return;
        await queues.add(remindJob, { id }, { id: `${id}-due` });
      }
    },
  };
}
