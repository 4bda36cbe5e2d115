import type { Request } from 'express';
import type { Actor } from '../../access/actor.ts';
import type { Context } from '../../context.ts';
import { type Route, route } from '../../http/route.ts';
import { containing } from '../../store/filter.ts';
import type { User } from './user.ts';
import { presentUser } from './user-presenter.ts';
import {
  invitedAnswer,
  userAnswer,
  userBody,
  userPatch,
  usersAnswer,
  usersQuery,
} from './user-schema.ts';

const roles = ['bureau', 'admin'] as const;

type Parts = Pick<Context, 'accounts' | 'stores' | 'config' | 'organizationNames'>;

export function userRoutes(ctx: Parts): Route[] {
  const { users } = ctx.accounts;
  const presentAll = async (actor: Actor, some: readonly User[]) => {
    const names = await ctx.organizationNames(some.flatMap((user) => user.organizationId ?? []));
    return some.map((user) => presentUser(actor, user, names));
  };
  const present = async (actor: Actor, user: User) => (await presentAll(actor, [user]))[0]!;
  const show = async (actor: Actor, id: string) => present(actor, await users.get(actor, id));
  const repeats = { memory: ctx.stores.users.memory, show };

  /** The link goes to the inviter alone; mail is not needed to let somebody in. */
  async function withInvitation(actor: Actor, user: User, base: string) {
    const open = await users.invitation(user);
    if (!open) return present(actor, user);
    const { token, expiresAt } = open;
    const url = invitationUrl(base, token);
    const invitation = { url, token, expiresAt: expiresAt.toISOString() };
    return { ...(await present(actor, user)), invitation };
  }

  const baseOf = (req: Request) =>
    ctx.config.publicUrl ?? `${req.protocol}://${req.headers.host ?? 'localhost'}`;

  return [
    route(
      {
        method: 'get',
        path: '/users',
        summary: 'People of the district',
        roles,
        query: usersQuery,
        answer: usersAnswer,
      },
      async ({ actor, query: { limit, cursor, sort, role, disabled, q, ...filter } }) => {
        const more = {
          ...(role && { roles: role }),
          ...(q && { $or: [{ name: containing(q) }, { email: containing(q) }] }),
          ...(disabled !== undefined && { disabledAt: { $exists: disabled } }),
        };
        const page = await users.list(actor, { ...filter, ...more }, { limit, cursor, sort });
        return { items: await presentAll(actor, page.items), nextCursor: page.nextCursor };
      },
    ),
    route(
      { method: 'get', path: '/users/:id', summary: 'One person, or yourself', answer: userAnswer },
      ({ actor, params }) => show(actor, params.id),
    ),
    route(
      {
        method: 'post',
        path: '/users',
        summary: 'Invite a person; the answer carries the one-time link',
        roles,
        body: userBody,
        answer: invitedAnswer,
        status: 201,
        repeats: linkRepeats(ctx, withInvitation),
      },
      async ({ cmd, body, req }) =>
        withInvitation(cmd.actor, await users.invite(cmd, body), baseOf(req)),
    ),
    route(
      {
        method: 'patch',
        path: '/users/:id',
        summary: "Change a person's name, roles or organization",
        roles,
        body: userPatch,
        answer: userAnswer,
      },
      async ({ cmd, params, body, ifMatch }) =>
        present(cmd.actor, await users.update(cmd, params.id, body, ifMatch)),
    ),
    route(
      {
        method: 'post',
        path: '/users/:id/disable',
        summary: 'Close an account: sessions and tokens end',
        roles,
        answer: userAnswer,
        repeats,
      },
      async ({ cmd, params }) => present(cmd.actor, await users.disable(cmd, params.id)),
    ),
    route(
      {
        method: 'post',
        path: '/users/:id/enable',
        summary: 'Open a closed account again',
        roles,
        answer: userAnswer,
        repeats,
      },
      async ({ cmd, params }) => present(cmd.actor, await users.enable(cmd, params.id)),
    ),
    route(
      {
        method: 'post',
        path: '/users/:id/reset-password',
        summary: 'A one-time link for a new password; the old one, sessions and tokens end',
        roles,
        answer: invitedAnswer,
        repeats: linkRepeats(ctx, withInvitation),
      },
      async ({ cmd, params, req }) =>
        withInvitation(cmd.actor, await users.resetPassword(cmd, params.id), baseOf(req)),
    ),
  ];
}

/** The token stands behind `#`, which browsers send to no server and no log. */
export const invitationUrl = (base: string, token: string) =>
  `${base.replace(/\/$/, '')}/invitation#token=${token}`;

/** A repeated request works the link out again, since an answer with it must not be stored. */
function linkRepeats(
  ctx: Pick<Context, 'accounts' | 'stores' | 'config'>,
  show: (actor: Actor, user: User, base: string) => Promise<unknown>,
) {
  const base = ctx.config.publicUrl ?? `http://localhost:${ctx.config.port}`;
  return {
    memory: { ...ctx.stores.users.memory, keep: async () => {} },
    show: async (actor: Actor, id: string) =>
      show(actor, await ctx.accounts.users.get(actor, id), base),
  };
}
