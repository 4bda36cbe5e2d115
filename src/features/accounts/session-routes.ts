import type { Request, Response } from 'express';
import * as z from 'zod';
import type { Actor } from '../../access/actor.ts';
import type { Context } from '../../context.ts';
import { forbidden } from '../../errors.ts';
import { type Route, route } from '../../http/route.ts';
import { cookieOf } from './authenticate.ts';
import { refuseForeignOrigin } from './origin.ts';
import { actionsInSession } from './session-actions.ts';
import { acceptBody, passwordBody, selfAnswer, signInBody } from './session-schema.ts';
import { actorOf, type User } from './user.ts';
import { presentSelf } from './user-presenter.ts';

const callerOf = (req: Request) => ({
  address: req.ip ?? 'unknown',
  userAgent: req.headers['user-agent'],
});

function setCookies(res: Response, lines: string[]) {
  for (const line of lines) res.append('Set-Cookie', line);
}

/** The person, and what this way in (a session, or a token with its scopes) may begin. */
const selfOf = (user: User, actor: Actor) => ({
  user: presentSelf(user),
  actions: actionsInSession(actor),
});

export function sessionRoutes(ctx: Pick<Context, 'accounts' | 'config'>): Route[] {
  const { sessions, invitations, limits } = ctx.accounts;
  const { publicUrl } = ctx.config;
  return [
    route(
      {
        method: 'post',
        path: '/session',
        summary: 'Sign in: sets the session cookie',
        open: true,
        body: signInBody,
        answer: selfAnswer,
        status: 201,
      },
      async ({ actor, body, req, res }) => {
        if (actor?.tokenScopes) throw forbidden('A token cannot begin a session.');
        refuseForeignOrigin(req, publicUrl);
        const { user, cookies } = await sessions.signIn(body, callerOf(req));
        setCookies(res, cookies);
        return selfOf(user, actorOf(user));
      },
    ),
    route(
      { method: 'get', path: '/session', summary: 'Who is signed in', answer: selfAnswer },
      async ({ actor }) => selfOf(await sessions.person(actor.id), actor),
    ),
    route(
      {
        method: 'delete',
        path: '/session',
        summary: 'Sign out',
        answer: z.null(),
        status: 204,
      },
      async ({ req, res }) => {
        const cookie = cookieOf(req.headers.cookie);
        if (cookie !== undefined) setCookies(res, await sessions.signOut(cookie));
        return undefined;
      },
    ),
    route(
      {
        method: 'post',
        path: '/session/password',
        summary: 'Change your own password; your other sessions end',
        body: passwordBody,
        answer: z.null(),
        status: 204,
      },
      async ({ cmd, body, req }) => {
        const cookie = cookieOf(req.headers.cookie);
        if (cmd.actor.tokenScopes || cookie === undefined) {
          throw forbidden('Sign in to change your password.');
        }
        await sessions.changePassword(cmd, cookie, body, callerOf(req));
        return undefined;
      },
    ),
    route(
      {
        method: 'post',
        path: '/invitations/accept',
        summary: 'Choose a password with a one-time link',
        open: true,
        body: acceptBody,
        answer: selfAnswer,
      },
      async ({ body, req }) => {
        refuseForeignOrigin(req, publicUrl);
        const { address } = callerOf(req);
        await limits.attempt(address);
        const user = await invitations.accept(body);
        await limits.succeeded(address);
        return selfOf(user, actorOf(user));
      },
    ),
  ];
}
