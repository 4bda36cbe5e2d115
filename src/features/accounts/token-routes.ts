import * as z from 'zod';
import type { Actor } from '../../access/actor.ts';
import type { Context } from '../../context.ts';
import { type Route, route } from '../../http/route.ts';
import { actionsThat } from '../../schema/actions.ts';
import { presentStored } from '../../store/present.ts';
import type { Token } from './token.ts';
import { newTokenAnswer, tokenBody, tokensAnswer, tokensQuery } from './token-schema.ts';

/** `revoke` is DELETE. */
const present = (actor: Actor, token: Token) => ({
  ...presentStored(token),
  actions: actionsThat(actor, 'tokens', { revoke: true }),
  name: token.name,
  scopes: token.scopes,
  expiresAt: token.expiresAt.toISOString(),
});

export function tokenRoutes(ctx: Pick<Context, 'accounts'>): Route[] {
  const { tokens } = ctx.accounts;
  return [
    route(
      {
        method: 'get',
        path: '/tokens',
        summary: 'Your own API tokens',
        query: tokensQuery,
        answer: tokensAnswer,
      },
      async ({ actor, query }) => {
        const page = await tokens.list(actor, query);
        return {
          items: page.items.map((token) => present(actor, token)),
          nextCursor: page.nextCursor,
        };
      },
    ),
    route(
      {
        method: 'post',
        path: '/tokens',
        summary: 'Make an API token; it is shown once',
        body: tokenBody,
        answer: newTokenAnswer,
        status: 201,
      },
      async ({ cmd, body }) => {
        const { token, secret } = await tokens.create(cmd, body);
        return { ...present(cmd.actor, token), token: secret };
      },
    ),
    route(
      {
        method: 'delete',
        path: '/tokens/:id',
        summary: 'Revoke one of your API tokens',
        answer: z.null(),
        status: 204,
      },
      async ({ cmd, params }) => {
        await tokens.revoke(cmd, params.id);
        return undefined;
      },
    ),
  ];
}
