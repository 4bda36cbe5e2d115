import type { Actor } from '../../access/actor.ts';
import type { Context } from '../../context.ts';
import { type Route, route } from '../../http/route.ts';
import { presentRanker } from './ranker-presenter.ts';
import { activateBody, rankerAnswer, rankersAnswer, rankersQuery } from './ranker-schema.ts';

export function rankerRoutes(ctx: Pick<Context, 'rankers' | 'stores'>): Route[] {
  const { rankers } = ctx;
  const roles = ['bureau', 'admin'] as const;
  const show = async (actor: Actor, id: string) => presentRanker(await rankers.get(actor, id));
  return [
    route(
      {
        method: 'get',
        path: '/rankers',
        summary: "Versions of the district's ranker, with what each was learnt from",
        roles,
        query: rankersQuery,
        answer: rankersAnswer,
      },
      async ({ actor, query }) => {
        const { views, nextCursor } = await rankers.list(actor, query);
        return { items: views.map(presentRanker), nextCursor };
      },
    ),
    route(
      {
        method: 'get',
        path: '/rankers/:id',
        summary: 'One version, with how far its bands and probabilities came true',
        roles,
        answer: rankerAnswer,
      },
      ({ actor, params }) => show(actor, params.id),
    ),
    route(
      {
        method: 'post',
        path: '/rankers/:id/activate',
        summary: 'Take a version up again; every list is made anew with it',
        roles,
        body: activateBody,
        answer: rankerAnswer,
        repeats: { memory: ctx.stores.rankers.memory, show },
      },
      async ({ cmd, params, body }) =>
        presentRanker(await rankers.activate(cmd, params.id, body.note)),
    ),
  ];
}
