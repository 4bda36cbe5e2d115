import type { Actor } from '../../access/actor.ts';
import { addWorkingDays } from '../../calendar/working-days.ts';
import type { Context } from '../../context.ts';
import { type Route, route } from '../../http/route.ts';
import { type Need, readsField } from './need.ts';
import { presentNeed } from './need-presenter.ts';
import {
  closeBody,
  needAnswer,
  needBody,
  needPatch,
  needsAnswer,
  needsQuery,
  noteBody,
  vetBody,
} from './need-schema.ts';

export function needRoutes(
  ctx: Pick<Context, 'needs' | 'stores' | 'organizationNames' | 'brokerNames' | 'settings'>,
): Route[] {
  const { needs, organizationNames } = ctx;

  async function present(actor: Actor, some: readonly Need[]) {
    const named = some.filter((need) => readsField(actor, need, 'organization'));
    const names = await organizationNames(named.map((need) => need.organizationId));
    const brokers = await ctx.brokerNames(
      some.flatMap(({ brokerId }) => (brokerId ? [brokerId] : [])),
    );
    return Promise.all(
      some.map(async (need) =>
        presentNeed(actor, need, {
          organizationName: names.get(need.organizationId),
          brokerName: brokers.get(need.brokerId ?? ''),
          due: await vetDue(need),
        }),
      ),
    );
  }

  /** The day by which a second reader should have read it. */
  async function vetDue({ status, submittedAt, district }: Need): Promise<string | undefined> {
    if (status !== 'submitted' || !submittedAt) return undefined;
    return addWorkingDays(submittedAt, (await ctx.settings.of(district)).vetWorkingDays);
  }

  /** One need in full; its near-duplicates are for the firm and for those who post for it. */
  async function presentOne(actor: Actor, need: Need) {
    const [answer] = await present(actor, [need]);
    const own = actor.organizationId === need.organizationId || actor.id === need.postedBy;
    return own ? { ...answer!, duplicates: await needs.duplicates(need) } : answer!;
  }

  const repeats = {
    memory: ctx.stores.needs.memory,
    show: async (actor: Actor, id: string) => presentOne(actor, await needs.get(actor, id)),
  };
  const shared = { answer: needAnswer, repeats } as const;

  return [
    route(
      {
        method: 'get',
        path: '/needs',
        summary: 'Technical needs in sight',
        query: needsQuery,
        answer: needsAnswer,
      },
      async ({ actor, query: { limit, cursor, sort, unassigned, ...filter } }) => {
        const free = unassigned === undefined ? {} : { brokerId: { $exists: !unassigned } };
        const page = await needs.list(actor, { ...filter, ...free }, { limit, cursor, sort });
        return { items: await present(actor, page.items), nextCursor: page.nextCursor };
      },
    ),
    route(
      { method: 'get', path: '/needs/:id', summary: 'One need', answer: needAnswer },
      ({ actor, params }) => repeats.show(actor, params.id),
    ),
    route(
      {
        method: 'post',
        path: '/needs',
        summary: 'Post a technical need, as a draft',
        roles: ['enterprise', 'broker', 'bureau'],
        body: needBody,
        status: 201,
        ...shared,
      },
      async ({ actor, cmd, body }) => presentOne(actor, await needs.create(cmd, body)),
    ),
    route(
      {
        method: 'patch',
        path: '/needs/:id',
        summary: 'Change a need',
        body: needPatch,
        answer: needAnswer,
      },
      async ({ actor, cmd, params, body, ifMatch }) =>
        presentOne(actor, await needs.update(cmd, params.id, body, ifMatch)),
    ),
    route(
      { method: 'post', path: '/needs/:id/submit', summary: 'Hand in for vetting', ...shared },
      async ({ actor, cmd, params }) => presentOne(actor, await needs.submit(cmd, params.id)),
    ),
    route(
      {
        method: 'post',
        path: '/needs/:id/confirm',
        summary: 'The enterprise confirms what was posted on its behalf',
        ...shared,
      },
      async ({ actor, cmd, params }) => presentOne(actor, await needs.confirm(cmd, params.id)),
    ),
    route(
      {
        method: 'post',
        path: '/needs/:id/vet',
        summary: 'A second reader accepts or refuses',
        roles: ['bureau', 'broker'],
        body: vetBody,
        ...shared,
      },
      async ({ actor, cmd, params, body }) =>
        presentOne(actor, await needs.vet(cmd, params.id, body)),
    ),
    route(
      {
        method: 'post',
        path: '/needs/:id/withdraw',
        summary: 'The enterprise takes it back',
        body: noteBody,
        ...shared,
      },
      async ({ actor, cmd, params, body }) =>
        presentOne(actor, await needs.withdraw(cmd, params.id, body.note)),
    ),
    route(
      {
        method: 'post',
        path: '/needs/:id/renew',
        summary: 'Keep it open for another term',
        ...shared,
      },
      async ({ actor, cmd, params }) => presentOne(actor, await needs.renew(cmd, params.id)),
    ),
    route(
      {
        method: 'post',
        path: '/needs/:id/close',
        summary: 'Close with a code',
        body: closeBody,
        ...shared,
      },
      async ({ actor, cmd, params, body }) =>
        presentOne(actor, await needs.close(cmd, params.id, body.code, body.note)),
    ),
  ];
}
