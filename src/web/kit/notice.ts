import type { NotificationData } from '@mantine/notifications';

/** Says something in the corner of the page for a while; the corner is loaded when it is needed. */
export function notice(data: NotificationData): void {
  void import('@mantine/notifications').then(({ notifications }) => notifications.show(data));
}
