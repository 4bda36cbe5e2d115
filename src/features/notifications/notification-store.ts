import type { Connection } from 'mongoose';
import type { NewId } from '../../ids.ts';
import type { Filter } from '../../store/filter.ts';
import { both } from '../../store/filter.ts';
import { after, cursorOf, order, type Page, type PageRequest } from '../../store/page.ts';
import type { Notice, Notification } from './notification.ts';
import { noticeModel, notificationModel } from './notification-model.ts';

export type NotificationStore = ReturnType<typeof createNotificationStore>;

/** Inboxes and the notices on their way to them; every read of an inbox names its person. */
export function createNotificationStore({ db, newId }: { db: Connection; newId: NewId }) {
  const model = notificationModel(db);
  const notices = noticeModel(db);
  const one = async (filter: Filter) =>
    (await model.findOne(filter).lean()) as unknown as Notification | null;

  return {
    async createIndexes() {
      await Promise.all([model.createIndexes(), notices.createIndexes()]);
    },

    /** Keeps a notice unless one with this id was kept before; says whether it is new. */
    async keep(notice: Notice): Promise<boolean> {
      try {
        await notices.collection.insertOne(notice as never);
        return true;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        return false;
      }
    },

    async notice(id: string) {
      return (await notices.findById(id).lean()) as unknown as Notice | null;
    },

    async delivered(id: string): Promise<void> {
      await notices.collection.updateOne({ _id: id } as never, { $unset: { pending: 1 } } as never);
    },

    /** Notices that somebody still waits for. */
    pending() {
      return notices
        .find({ pending: true }, { _id: 1 })
        .lean()
        .cursor({ batchSize: 500 }) as unknown as AsyncIterable<{ _id: string }>;
    },

    /** Puts a notice into these people's inboxes, once each; answers every line of it. */
    async deliver(notice: Notice, userIds: readonly string[], at: Date): Promise<Notification[]> {
      if (userIds.length === 0) return [];
      const { _id: key, kind, subject, params } = notice;
      const lines = userIds.map((userId) => ({
        updateOne: {
          filter: { key, userId },
          update: { $setOnInsert: { _id: newId(at), kind, subject, params, createdAt: at } },
          upsert: true,
        },
      }));
      try {
        await model.collection.bulkWrite(lines as never, { ordered: false });
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
      return (await model
        .find({ key, userId: { $in: [...userIds] } })
        .lean()) as unknown as Notification[];
    },

    get: (userId: string, id: string) => one({ _id: id, userId }),

    async list(
      userId: string,
      unread: boolean | undefined,
      page: PageRequest,
    ): Promise<Page<Notification>> {
      const wanted = unread === undefined ? {} : { readAt: { $exists: !unread } };
      const { direction } = order(page.sort);
      const docs = (await model
        .find(both({ userId, ...wanted }, after(page.cursor, page.sort)))
        .sort({ _id: direction })
        .limit(page.limit + 1)
        .lean()) as unknown as Notification[];
      const items = docs.slice(0, page.limit);
      const last = docs.length > page.limit ? items.at(-1) : undefined;
      return { items, nextCursor: last ? cursorOf(last, page.sort) : null };
    },

    /** Lines that arrived after this one, oldest first. */
    async since(userId: string, id: string, limit: number): Promise<Notification[]> {
      return (await model
        .find({ userId, _id: { $gt: id } })
        .sort({ _id: 1 })
        .limit(limit)
        .lean()) as unknown as Notification[];
    },

    unread: (userId: string) => model.countDocuments({ userId, readAt: { $exists: false } }),

    /** Marks lines as read; those read before keep their time. */
    async markRead(userId: string, ids: readonly string[] | 'all', at: Date): Promise<number> {
      const which = ids === 'all' ? {} : { _id: { $in: [...ids] } };
      const result = await model.collection.updateMany(
        { userId, ...which, readAt: { $exists: false } } as never,
        { $set: { readAt: at } } as never,
      );
      return result.modifiedCount;
    },
  };
}

/** Two runs of one job met: the other one wrote the same line. */
const isDuplicate = (error: unknown) => (error as { code?: number }).code === 11000;
