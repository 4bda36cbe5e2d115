import type { Request } from 'express';
import type { Context } from '../../context.ts';
import { AppError, unavailable } from '../../errors.ts';
import { openEventStream } from '../../http/event-stream.ts';
import { type Route, route } from '../../http/route.ts';
import type { LiveEvent } from './events.ts';
import { firstIdAt, followInbox } from './inbox-stream.ts';
import type { Notification } from './notification.ts';
import { presentNotification } from './notification-presenter.ts';

const beatMs = 20_000;
/** What is older waits in the inbox; a stream is not the place to read a long absence. */
const resumeMs = 24 * 60 * 60 * 1000;
const ulid = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

export const notificationEvent = (line: Notification): LiveEvent => ({
  event: 'notification',
  id: line._id,
  data: presentNotification(line),
});

/** `GET /events`: what happens for the signed-in person, as it happens. */
export function eventRoutes(
  ctx: Pick<Context, 'notifications' | 'events' | 'authenticate' | 'clock' | 'log'>,
): Route[] {
  const { notifications, events } = ctx;
  return [
    route(
      {
        method: 'get',
        path: '/events',
        summary: 'Server-sent events of the signed-in person; Last-Event-ID resumes',
        answer: null,
        produces: 'text/event-stream',
      },
      async ({ actor, req, res }) => {
        let follower: ReturnType<typeof followInbox> | undefined;
        const unlisten = events.listen(actor.id, {
          hear: (event) => follower?.hear(event),
          catchUp: () => follower?.catchUp(),
          end: () => follower?.end(),
        });
        if (unlisten === 'closing') throw unavailable('The stream of events');
        if (unlisten === 'too_many') {
          throw new AppError(429, 'too_many_streams', 'You have too many streams open.', {
            headers: { 'Retry-After': '30' },
          });
        }
        const stream = openEventStream(res);
        // Asked again later, it must not try to renew a cookie: the headers are long sent.
        const asked: Request = Object.create(req, { res: { value: undefined } });
        follower = followInbox({
          stream,
          after: startOf(req.headers['last-event-id'], ctx.clock.now()),
          since: (id, limit) => notifications.since(actor, id, limit),
          present: notificationEvent,
          allowed: async () => (await ctx.authenticate(asked))?.id === actor.id,
          onError: (error) => ctx.log.debug({ err: (error as Error).message }, 'events'),
        });
        follower.catchUp();
        const timer = setInterval(follower.tick, beatMs);
        const stop = () => {
          clearInterval(timer);
          unlisten();
        };
        if (stream.closed.aborted) stop();
        else stream.closed.addEventListener('abort', stop);
      },
    ),
  ];
}

function startOf(last: string | string[] | undefined, now: Date): string {
  if (typeof last !== 'string' || !ulid.test(last)) return firstIdAt(now);
  const oldest = firstIdAt(new Date(now.getTime() - resumeMs));
  return last > oldest ? last : oldest;
}
