import type { Logger } from 'pino';
import type { Actor } from '../../access/actor.ts';
import type { Clock } from '../../clock.ts';
import { notFound } from '../../errors.ts';
import type { Queues } from '../../jobs/queues.ts';
import type { PageRequest } from '../../store/page.ts';
import {
  checkKind,
  type FindPeople,
  type Notice,
  type Notification,
  type NotificationParams,
  noticeId,
  type Recipient,
} from './notification.ts';
import { deliverJob } from './notification-jobs.ts';
import type { NotificationStore } from './notification-store.ts';

export type NotificationService = ReturnType<typeof createNotificationService>;

/** What a feature sends from its `notify` follow-up; the same `key` twice is sent once. */
export interface Outgoing {
  key: string;
  to: readonly Recipient[];
  kind: string;
  subject: { kind: string; id: string };
  params?: NotificationParams;
  /** People who know already: whoever did what the notice tells. */
  except?: readonly string[];
}

export function createNotificationService(parts: {
  store: NotificationStore;
  queues: Pick<Queues, 'add'>;
  findPeople: FindPeople;
  /** Tells those who listen now; mail would be another of these. */
  announce(lines: readonly Notification[]): Promise<void>;
  clock: Clock;
  log: Logger;
}) {
  const { store, queues, findPeople, announce, clock, log } = parts;

  async function find(actor: Actor, id: string): Promise<Notification> {
    const line = await store.get(actor.id, id);
    if (!line) throw notFound('notification');
    return line;
  }

  return {
    /** Keeps the notice in the store, and queues its delivery; the reconciler repeats the latter. */
    async send(outgoing: Outgoing): Promise<void> {
      const { key, to, subject, params = {}, except = [] } = outgoing;
      const kind = checkKind(outgoing.kind);
      const id = noticeId(key);
      const createdAt = clock.now();
      const notice: Notice = { _id: id, to, kind, subject, params, except, createdAt };
      if (!(await store.keep({ ...notice, pending: true }))) return;
      try {
        await queues.add(deliverJob, { id }, { id });
      } catch (error) {
        log.warn({ err: (error as Error).message }, 'a notice waits for the reconciler');
      }
    },

    /** Writes one line for each person; may run twice, or at the same time. */
    async deliver(id: string): Promise<void> {
      const notice = await store.notice(id);
      if (!notice?.pending) return;
      const found = await Promise.all(notice.to.map((one) => findPeople(one)));
      const people = new Set(found.flat());
      for (const userId of notice.except) people.delete(userId);
      const lines = await store.deliver(notice, [...people], clock.now());
      await announce(lines);
      await store.delivered(id);
    },

    get: find,

    async list(actor: Actor, unread: boolean | undefined, page: PageRequest) {
      const [found, count] = await Promise.all([
        store.list(actor.id, unread, page),
        store.unread(actor.id),
      ]);
      return { ...found, unread: count };
    },

    async read(actor: Actor, id: string, at: Date): Promise<Notification> {
      await store.markRead(actor.id, [id], at);
      return find(actor, id);
    },

    async readAll(actor: Actor, at: Date): Promise<void> {
      await store.markRead(actor.id, 'all', at);
    },

    /** For a live stream: the lines after one, oldest first. */
    since: (actor: Actor, id: string, limit: number) => store.since(actor.id, id, limit),
  };
}
