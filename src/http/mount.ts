import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import * as z from 'zod';
import type { Actor, Command } from '../access/actor.ts';
import { tokenAllows } from '../access/token-scopes.ts';
import type { Clock } from '../clock.ts';
import { AppError, forbidden, signInNeeded } from '../errors.ts';
import { RepeatedRequest } from '../store/request-memory.ts';
import type { Role } from '../vocabulary.ts';
import { ifMatchOf, repeatOf } from './request-headers.ts';
import type { Route, RouteSpec } from './route.ts';
import { parse } from './validation.ts';

export interface MountOptions {
  clock: Clock;
  authenticate(req: Request): Promise<Actor | null>;
  /** Tests check that every answer is what the contract says. */
  checkAnswers: boolean;
  bodyLimit: number;
}

/** Hangs the routes on one Express router: authenticate, authorise, parse, handle, answer. */
export function mount(routes: readonly Route[], options: MountOptions): Router {
  const router = express.Router({ caseSensitive: true });
  const json = express.json({ limit: options.bodyLimit, strict: true });
  for (const one of routes) {
    const { method, path, multipart } = one.spec;
    const readBody: RequestHandler[] = method === 'get' || multipart ? [] : [needJson, json];
    router[method](path, guard(one.spec, options), ...readBody, (req, res) =>
      respond(one, options, req, res),
    );
  }
  for (const [path, known] of methodsByPath(routes)) router.all(path, otherMethod(known));
  return router;
}

/** Plain addresses first: `/notifications/:id` would answer for `/notifications/read-all`. */
function methodsByPath(routes: readonly Route[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const plain = ({ spec }: Route) => !spec.path.includes(':');
  for (const { spec } of [...routes.filter(plain), ...routes]) {
    if (found.get(spec.path)?.includes(spec.method.toUpperCase())) continue;
    const methods = spec.method === 'get' ? ['GET', 'HEAD'] : [spec.method.toUpperCase()];
    found.set(spec.path, [...(found.get(spec.path) ?? []), ...methods]);
  }
  return found;
}

/** An address that exists answers another method with 405, and OPTIONS with those it knows. */
const otherMethod =
  (methods: readonly string[]): RequestHandler =>
  (req, res) => {
    const headers = { Allow: [...methods, 'OPTIONS'].join(', ') };
    if (req.method === 'OPTIONS') res.status(204).set(headers).end();
    else {
      const message = `Here only ${methods.join(', ')} can be asked for.`;
      throw new AppError(405, 'method_not_allowed', message, { headers });
    }
  };

const needJson: RequestHandler = (req, _res, next) => {
  const empty =
    req.headers['content-length'] === '0' || req.headers['content-length'] === undefined;
  if (empty && req.headers['transfer-encoding'] === undefined) return next();
  if (req.is(['json', '+json'])) return next();
  next(new AppError(415, 'unsupported_media_type', 'Send JSON (Content-Type: application/json).'));
};

function guard(spec: RouteSpec, options: MountOptions): RequestHandler {
  const resource = spec.path.split(/[/.]/)[1]!;
  const right = spec.method === 'get' ? 'read' : 'write';
  return async (req, _res, next) => {
    const actor = await options.authenticate(req);
    if (actor) {
      req.actor = actor;
      if (!tokenAllows(actor, resource, right)) {
        throw forbidden(`This token lacks the scope ${resource}:${right}.`);
      }
    } else if (!spec.open) throw signInNeeded();
    if (spec.roles && !actor?.roles.some((role) => spec.roles!.includes(role as Role))) {
      throw forbidden();
    }
    next();
  };
}

const noBody = z.strictObject({});
const noQuery = z.strictObject({});

async function respond(one: Route, options: MountOptions, req: Request, res: Response) {
  const { spec } = one;
  const actor = req.actor as Actor;
  const cmd: Command = { actor, at: options.clock.now(), requestId: req.id };
  const errors: AppError[] = [];
  const read = <T extends z.ZodType>(schema: T, input: unknown) => {
    try {
      return parse(schema, input);
    } catch (error) {
      errors.push(error as AppError);
    }
  };
  const params = spec.params ? parse(spec.params, req.params) : {};
  const query = read(spec.query ?? noQuery, req.query);
  const body = read(spec.body ?? noBody, req.body ?? {});
  if (errors.length > 0) throw errors.length === 1 ? errors[0] : merged(errors);
  const repeatKey = spec.repeats && req.headers['idempotency-key'];
  if (repeatKey !== undefined) {
    cmd.repeat = repeatOf(req, actor, String(repeatKey));
    // A form's hash is known only once it is read: its handler sets it, and the store refuses.
    if (!spec.multipart && (await answerAgain(spec, cmd, res))) return;
  }
  try {
    const call = { actor, cmd, params, query, body, ifMatch: ifMatchOf(req), req, res };
    const answer = await one.handle(call);
    if (spec.answer === null) return;
    if (options.checkAnswers) checkAnswer(spec, answer);
    await send(spec, cmd, req, res, answer);
  } catch (error) {
    if (!(error instanceof RepeatedRequest) || !(await answerAgain(spec, cmd, res))) throw error;
  }
}

const merged = (errors: AppError[]) =>
  new AppError(400, 'validation_failed', 'Several fields are not valid.', {
    errors: errors.flatMap((error) => error.errors),
  });

async function send(spec: RouteSpec, cmd: Command, req: Request, res: Response, answer: unknown) {
  const status = spec.status ?? 200;
  const { id, revision } = (answer ?? {}) as { id?: string; revision?: number };
  if (revision !== undefined) res.set('ETag', `"${revision}"`);
  if (status === 201 && id !== undefined) res.set('Location', `${req.baseUrl}${req.path}/${id}`);
  res.set('Cache-Control', 'no-store').status(status);
  if (answer === undefined) {
    res.end();
    return;
  }
  const body = JSON.stringify(answer);
  if (cmd.repeat && spec.repeats && id !== undefined) {
    await spec.repeats.memory.keep(id, cmd.repeat.key, { status, body });
  }
  res.type('json').send(body);
}

/** True when this Idempotency-Key has been answered before, and was answered the same way now. */
async function answerAgain(spec: RouteSpec, cmd: Command, res: Response): Promise<boolean> {
  const found = await spec.repeats!.memory.find(cmd.repeat!.key, cmd.at);
  if (!found) return false;
  if (found.mark.hash !== cmd.repeat!.hash) {
    throw new AppError(
      422,
      'idempotency_key_reused',
      'This Idempotency-Key was used with another body. Take a new key.',
    );
  }
  const { status, body } = found.mark.answer ?? {
    status: spec.status ?? 200,
    body: JSON.stringify(await spec.repeats!.show(cmd.actor, found.id)),
  };
  res.set('Idempotency-Replayed', 'true').set('Cache-Control', 'no-store');
  res.status(status).type('json').send(body);
  return true;
}

function checkAnswer(spec: RouteSpec, answer: unknown) {
  const seen = JSON.parse(JSON.stringify(answer ?? null));
  const result = spec.answer!.safeParse(seen);
  if (!result.success) {
    throw new Error(
      `${spec.method} ${spec.path} answers off its contract: ${result.error.message}`,
    );
  }
}
