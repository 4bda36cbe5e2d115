import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { NewId } from '../../ids.ts';
import type { Queues } from '../../jobs/queues.ts';
import { notificationEvent } from './event-routes.ts';
import type { Events } from './events.ts';
import type { FindPeople } from './notification.ts';
import { notificationJobs, notificationRepair } from './notification-jobs.ts';
import { createNotificationService } from './notification-service.ts';
import { createNotificationStore } from './notification-store.ts';

/** Puts the parts of this feature together: inboxes, their jobs, and the live events. */
export async function openInboxes(parts: {
  db: Connection;
  newId: NewId;
  queues: Queues;
  clock: Clock;
  log: Logger;
  events: Pick<Events, 'publish'>;
  findPeople: FindPeople;
}) {
  const { db, newId, queues, clock, log, events, findPeople } = parts;
  const store = createNotificationStore({ db, newId });
  await store.createIndexes();
  const notifications = createNotificationService({
    store,
    queues,
    findPeople,
    announce: async (lines) => {
      for (const line of lines) await events.publish([line.userId], notificationEvent(line));
    },
    clock,
    log,
  });
  return {
    notifications,
    jobs: notificationJobs(notifications),
    repair: notificationRepair({ store, queues }),
  };
}
