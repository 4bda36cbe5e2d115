import type { Response } from 'express';
import type { Context } from '../../context.ts';
import { invalidField } from '../../errors.ts';
import { type Route, route } from '../../http/route.ts';
import { engagementReader } from '../engagements/engagement-reading.ts';
import { inOrder, positionOf } from './agenda.ts';
import { calendarOf } from './agenda-calendar.ts';
import { agendaAnswer, agendaQuery, calendarQuery } from './agenda-schema.ts';
import { engagementItems } from './engagement-items.ts';

type Parts = Pick<
  Context,
  'agenda' | 'engagements' | 'stores' | 'organizationNames' | 'brokerNames' | 'clock'
>;

export function agendaRoutes(ctx: Parts): Route[] {
  const { agenda, clock } = ctx;
  const { presentOne } = engagementReader(ctx);
  return [
    route(
      {
        method: 'get',
        path: '/agenda',
        summary: 'What waits for the signed-in person and until when, overdue first',
        query: agendaQuery,
        answer: agendaAnswer,
      },
      async ({ actor, query: { kind, limit, cursor, ...range } }) => {
        const found = await agenda.of(actor, range);
        const all = kind ? found.items.filter((one) => kind.includes(one.kind)) : found.items;
        const after = cursor === undefined ? '' : decode(cursor);
        const rest = all.filter((item) => positionOf(item) > after);
        const items = rest.slice(0, limit);
        return {
          items,
          nextCursor: rest.length > limit ? encode(positionOf(items.at(-1)!)) : null,
          total: all.length,
          overdue: all.filter(({ overdue }) => overdue).length,
          kinds: countedBy(found.items, ({ kind }) => kind),
          truncated: found.truncated,
        };
      },
    ),
    route(
      {
        method: 'get',
        path: '/agenda.ics',
        summary: 'Meetings and visits of the signed-in person, for a calendar',
        query: calendarQuery,
        answer: null,
        produces: 'text/calendar',
      },
      async ({ actor, query, res }) => {
        const { items } = await agenda.of(actor, query);
        sendCalendar(res, 'agenda', calendarOf(items, '搭桥日程', clock.now()));
      },
    ),
    route(
      {
        method: 'get',
        path: '/engagements/:id/calendar.ics',
        summary: 'Meetings and visits of one engagement, for a calendar',
        answer: null,
        produces: 'text/calendar',
      },
      async ({ actor, params, res }) => {
        const doc = await ctx.engagements.get(actor, params.id);
        const shown = await presentOne(actor, doc);
        const items = inOrder(engagementItems(actor, doc, shown, clock.now()));
        const name = shown.need.title ?? '对接';
        sendCalendar(res, doc._id, calendarOf(items, name, clock.now()));
      },
    ),
  ];
}

function sendCalendar(res: Response, name: string, text: string): void {
  res
    .status(200)
    .set({
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.ics"`,
      'Cache-Control': 'private, no-store',
    })
    .send(text);
}

function countedBy<T, K extends string>(items: readonly T[], keyOf: (item: T) => K) {
  const counts: Partial<Record<K, number>> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}

const encode = (position: string) => Buffer.from(position).toString('base64url');

function decode(cursor: string): string {
  const position = Buffer.from(cursor, 'base64url').toString();
  if (position.split('|').length === 4) return position;
  throw invalidField('cursor', 'invalid_cursor', 'The cursor is not one that a list gave out.');
}
