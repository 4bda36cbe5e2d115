import type { Role } from '../vocabulary.ts';

/** Who acts: a signed-in person, a program with that person's token, or the system itself. */
export interface Actor {
  id: string;
  name: string;
  roles: readonly (Role | 'system')[];
  /** The enterprise, institute or platform that the person belongs to. */
  organizationId?: string | undefined;
  /** Division code of the district (GB/T 2260, six digits). */
  district: string;
  /** Present only for API tokens: what the token may do, such as `needs:read` or `*:write`. */
  tokenScopes?: readonly string[] | undefined;
}

export function hasRole(actor: Actor, ...wanted: (Role | 'system')[]): boolean {
  return actor.roles.some((role) => wanted.includes(role));
}

/** The actor of jobs; its changes are named by the job in the history. */
export function systemActor(district: string): Actor {
  return { id: 'system', name: 'system', roles: ['system'], district };
}

/** One command: who, when, and the request that it came with. */
export interface Command {
  actor: Actor;
  at: Date;
  requestId?: string | undefined;
  /** Set when the caller sent an Idempotency-Key: makes the command happen once. */
  repeat?: { key: string; hash: string } | undefined;
  /** One of many alike, as in an import: new documents of one turn are written together. */
  bulk?: true;
}

/** The only way round the actor's scope; the reason is for the reader of the code. */
export interface Unscoped {
  unscoped: string;
}

export type Scope = Actor | Unscoped;

export const unscoped = (reason: string): Unscoped => ({ unscoped: reason });

export function isUnscoped(scope: Scope): scope is Unscoped {
  return 'unscoped' in scope;
}
