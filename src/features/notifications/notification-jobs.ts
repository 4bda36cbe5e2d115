import * as z from 'zod';
import { type Job, job } from '../../jobs/job.ts';
import type { Queues } from '../../jobs/queues.ts';
import type { Repair } from '../../jobs/reconciler.ts';
import type { NotificationService } from './notification-service.ts';
import type { NotificationStore } from './notification-store.ts';

export const deliverJob = 'notification-deliver';

/** Puts a notice into inboxes. */
export function notificationJobs(notifications: Pick<NotificationService, 'deliver'>): Job[] {
  return [
    job({
      name: deliverJob,
      queue: 'notifications',
      payload: z.object({ id: z.string() }),
      handle: ({ id }) => notifications.deliver(id),
    }),
  ];
}

/** Queues again what was kept while Redis was away, or lost with it. */
export function notificationRepair(parts: {
  store: Pick<NotificationStore, 'pending'>;
  queues: Pick<Queues, 'add'>;
}): Repair {
  return {
    name: 'notifications',
    async run(signal) {
      for await (const { _id: id } of parts.store.pending()) {
        if (signal.aborted) return;
        await parts.queues.add(deliverJob, { id }, { id });
      }
    },
  };
}
