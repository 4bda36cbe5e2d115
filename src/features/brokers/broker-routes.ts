import type { Actor } from '../../access/actor.ts';
import type { Context } from '../../context.ts';
import { type Route, route } from '../../http/route.ts';
import { containing } from '../../store/filter.ts';
import { presentBroker } from './broker-presenter.ts';
import {
  brokerAnswer,
  brokerBody,
  brokerLoadAnswer,
  brokerPatch,
  brokersAnswer,
  brokersQuery,
} from './broker-schema.ts';

export function brokerRoutes(ctx: Pick<Context, 'brokers' | 'stores' | 'clock'>): Route[] {
  const { brokers, clock } = ctx;
  const repeats = {
    memory: ctx.stores.brokers.memory,
    show: async (actor: Actor, id: string) => presentBroker(actor, await brokers.get(actor, id)),
  };
  return [
    route(
      {
        method: 'get',
        path: '/brokers',
        summary: 'Brokers of the district',
        query: brokersQuery,
        answer: brokersAnswer,
      },
      async ({ actor, query: { limit, cursor, sort, q, userId, field, ...rest } }) => {
        const filter = {
          ...rest,
          ...(q && { name: containing(q) }),
          ...(userId && { _id: userId }),
          ...(field && { fields: field }),
        };
        const page = await brokers.list(actor, filter, { limit, cursor, sort });
        return {
          items: page.items.map((doc) => presentBroker(actor, doc)),
          nextCursor: page.nextCursor,
        };
      },
    ),
    route(
      { method: 'get', path: '/brokers/:id', summary: 'One broker', answer: brokerAnswer },
      ({ actor, params }) => repeats.show(actor, params.id),
    ),
    route(
      {
        method: 'get',
        path: '/brokers/:id/load',
        summary: 'What a broker carries, against the capacity',
        answer: brokerLoadAnswer,
      },
      ({ actor, params }) => brokers.load(actor, params.id, clock.now()),
    ),
    route(
      {
        method: 'post',
        path: '/brokers',
        summary: 'Enter a person of the district as a broker',
        roles: ['bureau', 'admin'],
        body: brokerBody,
        answer: brokerAnswer,
        status: 201,
        repeats,
      },
      async ({ actor, cmd, body }) => presentBroker(actor, await brokers.create(cmd, body)),
    ),
    route(
      {
        method: 'patch',
        path: '/brokers/:id',
        summary: 'Change a broker; a broker’s own: leave and conflicts',
        roles: ['bureau', 'admin', 'broker'],
        body: brokerPatch,
        answer: brokerAnswer,
      },
      async ({ actor, cmd, params, body, ifMatch }) =>
        presentBroker(actor, await brokers.update(cmd, params.id, body, ifMatch)),
    ),
  ];
}
