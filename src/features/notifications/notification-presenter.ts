import type * as z from 'zod';
import type { Notification } from './notification.ts';
import type { notificationAnswer } from './notification-schema.ts';

/** A line of the inbox; being read is the only change it knows, so its revision is 1 or 2. */
export function presentNotification(
  line: Notification,
  title?: string | undefined,
): z.input<typeof notificationAnswer> {
  const { _id, kind, subject, params, createdAt, readAt } = line;
  return {
    id: _id,
    revision: readAt ? 2 : 1,
    createdAt: createdAt.toISOString(),
    updatedAt: (readAt ?? createdAt).toISOString(),
    kind,
    subject: { ...subject, ...(title !== undefined && { title }) },
    params,
    ...(readAt && { readAt: readAt.toISOString() }),
  };
}
