import type { Actor } from '../../access/actor.ts';
import type { Context } from '../../context.ts';
import { type Route, route } from '../../http/route.ts';
import type { Capability } from './capability.ts';
import { presentCapability } from './capability-presenter.ts';
import {
  capabilitiesAnswer,
  capabilitiesQuery,
  capabilityAnswer,
  capabilityBody,
  capabilityPatch,
} from './capability-schema.ts';

export function capabilityRoutes(
  ctx: Pick<Context, 'capabilities' | 'stores' | 'organizationNames'>,
): Route[] {
  const { capabilities, organizationNames } = ctx;

  async function present(actor: Actor, some: readonly Capability[]) {
    const names = await organizationNames(some.map((doc) => doc.organizationId));
    return some.map((doc) => presentCapability(actor, doc, names.get(doc.organizationId) ?? ''));
  }
  const presentOne = async (actor: Actor, doc: Capability) => (await present(actor, [doc]))[0]!;

  const repeats = {
    memory: ctx.stores.capabilities.memory,
    show: async (actor: Actor, id: string) => presentOne(actor, await capabilities.get(actor, id)),
  };
  const shared = { answer: capabilityAnswer, repeats } as const;

  return [
    route(
      {
        method: 'get',
        path: '/capabilities',
        summary: 'Capabilities and achievements in sight',
        query: capabilitiesQuery,
        answer: capabilitiesAnswer,
      },
      async ({ actor, query: { limit, cursor, sort, ...filter } }) => {
        const page = await capabilities.list(actor, filter, { limit, cursor, sort });
        return { items: await present(actor, page.items), nextCursor: page.nextCursor };
      },
    ),
    route(
      {
        method: 'get',
        path: '/capabilities/:id',
        summary: 'One capability',
        answer: capabilityAnswer,
      },
      ({ actor, params }) => repeats.show(actor, params.id),
    ),
    route(
      {
        method: 'post',
        path: '/capabilities',
        summary: 'Enter a capability of an institute',
        roles: ['institute', 'broker', 'bureau', 'admin'],
        body: capabilityBody,
        status: 201,
        ...shared,
      },
      async ({ cmd, body }) => presentOne(cmd.actor, await capabilities.create(cmd, body)),
    ),
    route(
      {
        method: 'patch',
        path: '/capabilities/:id',
        summary: 'Change a capability',
        body: capabilityPatch,
        answer: capabilityAnswer,
      },
      async ({ cmd, params, body, ifMatch }) =>
        presentOne(cmd.actor, await capabilities.update(cmd, params.id, body, ifMatch)),
    ),
    route(
      {
        method: 'post',
        path: '/capabilities/:id/withdraw',
        summary: 'Take a capability off the offer',
        ...shared,
      },
      async ({ cmd, params }) => presentOne(cmd.actor, await capabilities.withdraw(cmd, params.id)),
    ),
    route(
      {
        method: 'post',
        path: '/capabilities/:id/publish',
        summary: 'Put a withdrawn capability on offer again',
        ...shared,
      },
      async ({ cmd, params }) => presentOne(cmd.actor, await capabilities.publish(cmd, params.id)),
    ),
  ];
}
