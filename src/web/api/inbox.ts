import type { z } from 'zod';
import type {
  notificationAnswer,
  notificationsAnswer,
} from '../../features/notifications/notification-schema.ts';
import { resource } from './resource.ts';

export type NotificationLine = z.output<typeof notificationAnswer>;

export const inbox = resource<NotificationLine, never, never, z.output<typeof notificationsAnswer>>(
  '/notifications',
);
