import { type Connection, Schema } from 'mongoose';
import { keptDays, type Notice, type Notification } from './notification.ts';

const plain = {
  strict: false,
  strictQuery: false,
  versionKey: false,
  minimize: false,
  autoIndex: false,
} as const;

const daySeconds = 86_400;

/** Inboxes: no history and no revision of their own, since only the reading changes them. */
export function notificationModel(db: Connection) {
  const schema = new Schema<Notification>({ _id: String }, plain);
  schema.index({ key: 1, userId: 1 }, { unique: true });
  schema.index({ userId: 1, _id: 1 });
  schema.index({ userId: 1, readAt: 1, _id: 1 });
  schema.index({ readAt: 1 }, { expireAfterSeconds: keptDays.read * daySeconds });
  schema.index({ createdAt: 1 }, { expireAfterSeconds: keptDays.unread * daySeconds });
  return db.model<Notification>('notifications', schema, 'notifications');
}

export function noticeModel(db: Connection) {
  const schema = new Schema<Notice>({ _id: String }, plain);
  schema.index({ pending: 1, _id: 1 }, { partialFilterExpression: { pending: true } });
  schema.index({ createdAt: 1 }, { expireAfterSeconds: keptDays.notice * daySeconds });
  return db.model<Notice>('notices', schema, 'notices');
}
