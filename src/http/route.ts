import type { Request, Response } from 'express';
import * as z from 'zod';
import type { Actor, Command } from '../access/actor.ts';
import type { RequestMemory } from '../store/request-memory.ts';
import type { Role } from '../vocabulary.ts';

/** How a repeated Idempotency-Key finds its first answer, or shows the resource again. */
export interface Repeats {
  memory: RequestMemory;
  show(actor: Actor, id: string): Promise<unknown>;
}

export interface RouteSpec<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
> {
  method: 'get' | 'post' | 'patch' | 'delete';
  /** Under `/api/v1`, with Express parameters: `/needs/:id/submit`. */
  path: string;
  summary: string;
  /** Who may call at all; absent: any signed-in person. What they may do is the service's matter. */
  roles?: readonly Role[];
  /** No sign-in needed. */
  open?: boolean;
  params?: P;
  query?: Q;
  body?: B;
  /** The text fields of a form with one part `file`; the handler reads it with `readForm`. */
  multipart?: z.ZodType;
  /** The answer's shape; `null` where the handler writes the response itself. */
  answer: A | null;
  /** The media type that such a handler writes. */
  produces?: string;
  /** Of success; 200 when absent. 201 answers carry `Location`. */
  status?: number;
  /** Set on POST routes that may be repeated with an Idempotency-Key. */
  repeats?: Repeats;
}

export interface Call<P, Q, B> {
  actor: Actor;
  cmd: Command;
  params: P;
  query: Q;
  body: B;
  /** The revision of an `If-Match: "<revision>"` header. */
  ifMatch: number | undefined;
  req: Request;
  res: Response;
}

export interface Route {
  spec: RouteSpec;
  handle(call: Call<unknown, unknown, unknown>): unknown;
}

const idParam = z.object({ id: z.string().min(1).max(64) });
type IdParam = typeof idParam;

/** One route: its contract as data, from which validation and the OpenAPI document both come. */
export function route<
  A extends z.ZodType,
  P extends z.ZodType = IdParam,
  Q extends z.ZodType = z.ZodType<Record<string, never>>,
  B extends z.ZodType = z.ZodType<undefined>,
>(
  spec: RouteSpec<P, Q, B, A>,
  handle: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => unknown,
): Route {
  const params = spec.params ?? (spec.path.includes('/:id') ? idParam : undefined);
  return { spec: { ...spec, ...(params && { params }) }, handle: handle as Route['handle'] };
}
