import type { Actor } from '../../access/actor.ts';
import type { Context } from '../../context.ts';
import { type Route, route } from '../../http/route.ts';
import { actionsThat } from '../../schema/actions.ts';
import { containing } from '../../store/filter.ts';
import { ownFields, presentStored } from '../../store/present.ts';
import { canOrganization, type Organization } from './organization.ts';
import {
  organizationAnswer,
  organizationBody,
  organizationPatch,
  organizationsAnswer,
  organizationsQuery,
} from './organization-schema.ts';

const present = (actor: Actor, doc: Organization) => ({
  ...presentStored(doc),
  ...ownFields(doc),
  actions: actionsThat(actor, 'organizations', { update: canOrganization(actor, 'update', doc) }),
});

export function organizationRoutes(ctx: Pick<Context, 'organizations' | 'stores'>): Route[] {
  const { organizations } = ctx;
  const repeats = {
    memory: ctx.stores.organizations.memory,
    show: async (actor: Actor, id: string) => present(actor, await organizations.get(actor, id)),
  };
  return [
    route(
      {
        method: 'get',
        path: '/organizations',
        summary: 'Enterprises, institutes and platforms in sight',
        query: organizationsQuery,
        answer: organizationsAnswer,
      },
      async ({ actor, query: { limit, cursor, sort, q, ...equal } }) => {
        const filter = { ...equal, ...(q && { name: containing(q) }) };
        const page = await organizations.list(actor, filter, { limit, cursor, sort });
        return { items: page.items.map((doc) => present(actor, doc)), nextCursor: page.nextCursor };
      },
    ),
    route(
      {
        method: 'get',
        path: '/organizations/:id',
        summary: 'One organization',
        answer: organizationAnswer,
      },
      ({ actor, params }) => repeats.show(actor, params.id),
    ),
    route(
      {
        method: 'post',
        path: '/organizations',
        summary: 'Enter an organization',
        roles: ['bureau', 'admin'],
        body: organizationBody,
        answer: organizationAnswer,
        status: 201,
        repeats,
      },
      async ({ cmd, body }) => present(cmd.actor, await organizations.create(cmd, body)),
    ),
    route(
      {
        method: 'patch',
        path: '/organizations/:id',
        summary: 'Change an organization',
        body: organizationPatch,
        answer: organizationAnswer,
      },
      async ({ cmd, params, body, ifMatch }) =>
        present(cmd.actor, await organizations.update(cmd, params.id, body, ifMatch)),
    ),
  ];
}
