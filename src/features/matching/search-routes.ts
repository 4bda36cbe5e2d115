import type { Context } from '../../context.ts';
import { type Route, route } from '../../http/route.ts';
import { searchAnswer, searchQuery } from './search-schema.ts';

export function searchRoutes(ctx: Pick<Context, 'search'>): Route[] {
  return [
    route(
      {
        method: 'get',
        path: '/search',
        summary: 'Search capabilities or open needs by text, with facets',
        query: searchQuery,
        answer: searchAnswer,
      },
      ({ actor, query }) => ctx.search.search(actor, query),
    ),
  ];
}
