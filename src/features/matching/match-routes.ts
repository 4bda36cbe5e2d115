import type { Actor } from '../../access/actor.ts';
import type { Context } from '../../context.ts';
import { type Route, route } from '../../http/route.ts';
import { presentMatch, presentShortlisted } from './match-presenter.ts';
import {
  capabilityMatchesAnswer,
  decisionBody,
  matchAnswer,
  matchesQuery,
  needMatchesAnswer,
  shortlistedAnswer,
  shortlistedQuery,
} from './match-schema.ts';
import type { MatchView } from './match-service.ts';

export function matchRoutes(
  ctx: Pick<Context, 'matches' | 'stores' | 'organizationNames'>,
): Route[] {
  const { matches, organizationNames } = ctx;

  async function present(actor: Actor, views: readonly MatchView[]) {
    const names = await organizationNames(views.map((view) => view.capability.organizationId));
    return views.map((view) =>
      presentMatch(actor, view, names.get(view.capability.organizationId) ?? ''),
    );
  }
  const presentOne = async (actor: Actor, view: MatchView) => (await present(actor, [view]))[0]!;

  return [
    route(
      {
        method: 'get',
        path: '/needs/:id/matches',
        summary: 'Capabilities that may meet a need, best first, with reasons',
        query: matchesQuery,
        answer: needMatchesAnswer,
      },
      async ({ actor, params, query }) => {
        const { views, ...list } = await matches.ofNeed(actor, params.id, query.limit);
        const items = await present(actor, views);
        return { ...list, items: items.map(({ need, ...item }) => item) };
      },
    ),
    route(
      {
        method: 'get',
        path: '/capabilities/:id/matches',
        summary: 'Open needs that a capability may meet, by what everyone may know of them',
        query: matchesQuery,
        answer: capabilityMatchesAnswer,
      },
      async ({ actor, params, query }) => {
        const { views, ...list } = await matches.ofCapability(actor, params.id, query.limit);
        const items = await present(actor, views);
        return { ...list, items: items.map(({ capability, ...item }) => item) };
      },
    ),
    route(
      {
        method: 'get',
        path: '/matches/shortlisted',
        summary: 'An institute’s capabilities that a need’s side has shortlisted, latest first',
        roles: ['institute'],
        query: shortlistedQuery,
        answer: shortlistedAnswer,
      },
      async ({ actor, query }) => {
        const { items, nextCursor } = await matches.shortlisted(actor, query);
        const names = await organizationNames(
          items.map(({ capability }) => capability.organizationId),
        );
        return {
          items: items.map((one) =>
            presentShortlisted(one, names.get(one.capability.organizationId) ?? ''),
          ),
          nextCursor,
        };
      },
    ),
    route(
      {
        method: 'get',
        path: '/matches/:id',
        summary: 'One pair, on the list or not: its score with reasons, and what was decided',
        answer: matchAnswer,
      },
      async ({ actor, params }) => presentOne(actor, await matches.ofPair(actor, params.id)),
    ),
    route(
      {
        method: 'post',
        path: '/matches/:id/decision',
        summary: 'Shortlist a match, or refuse it with a code that the other side is shown',
        body: decisionBody,
        answer: matchAnswer,
        repeats: {
          memory: ctx.stores.matchDecisions.memory,
          show: async (actor: Actor, id: string) => presentOne(actor, await matches.get(actor, id)),
        },
      },
      async ({ actor, cmd, params, body }) =>
        presentOne(actor, await matches.decide(cmd, params.id, body)),
    ),
  ];
}
