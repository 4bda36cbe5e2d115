import * as z from 'zod';
import type { Actor } from '../access/actor.ts';
import { tokenAllows } from '../access/token-scopes.ts';

/**
 * What this reader may do now, with the present role, ownership and state: each name is the last
 * segment of its route (`update` for PATCH). What is not listed would be refused.
 */
export const actionList = <const N extends string>(names: readonly N[]) => z.array(z.enum(names));

/** The names that hold, in the table's order; none for a token that may not write there. */
export function actionsThat<N extends string>(
  actor: Actor,
  resource: string,
  table: Readonly<Record<N, boolean>>,
): N[] {
  if (!tokenAllows(actor, resource, 'write')) return [];
  return (Object.keys(table) as N[]).filter((name) => table[name]);
}
