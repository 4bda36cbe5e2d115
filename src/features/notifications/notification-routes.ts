import type { Actor } from '../../access/actor.ts';
import type { Context } from '../../context.ts';
import { type Route, route } from '../../http/route.ts';
import type { Notification } from './notification.ts';
import { presentNotification } from './notification-presenter.ts';
import {
  notificationAnswer,
  notificationsAnswer,
  notificationsQuery,
  unreadAnswer,
} from './notification-schema.ts';

export function notificationRoutes(ctx: Pick<Context, 'notifications' | 'noticeTitles'>): Route[] {
  const { notifications, noticeTitles } = ctx;

  async function present(actor: Actor, lines: readonly Notification[]) {
    const titles = await noticeTitles(actor, lines);
    return lines.map((line) => presentNotification(line, titles.get(line.subject.id)));
  }

  return [
    route(
      {
        method: 'get',
        path: '/notifications',
        summary: "The signed-in person's inbox, newest first",
        query: notificationsQuery,
        answer: notificationsAnswer,
      },
      async ({ actor, query: { unread, ...page } }) => {
        const found = await notifications.list(actor, unread, page);
        return { ...found, items: await present(actor, found.items) };
      },
    ),
    route(
      {
        method: 'get',
        path: '/notifications/:id',
        summary: 'One notification',
        answer: notificationAnswer,
      },
      async ({ actor, params }) =>
        (await present(actor, [await notifications.get(actor, params.id)]))[0]!,
    ),
    route(
      {
        method: 'post',
        path: '/notifications/read-all',
        summary: 'Mark the whole inbox as read',
        answer: unreadAnswer,
      },
      async ({ actor, cmd }) => {
        await notifications.readAll(actor, cmd.at);
        return { unread: 0 };
      },
    ),
    route(
      {
        method: 'post',
        path: '/notifications/:id/read',
        summary: 'Mark as read; once read it stays as it was',
        answer: notificationAnswer,
      },
      async ({ actor, cmd, params }) =>
        (await present(actor, [await notifications.read(actor, params.id, cmd.at)]))[0]!,
    ),
  ];
}
