import type { tokenResources } from '../../../../features/accounts/token.ts';
import type { TokenInput } from '../../../api/tokens.ts';

export type TokenResource = (typeof tokenResources)[number];
/** `write` reads too. */
export type Right = 'none' | 'read' | 'write';

/** In the order in which people think of them; the first is everything at once. */
export const tokenRows = [
  '*',
  'needs',
  'capabilities',
  'matches',
  'search',
  'assignments',
  'engagements',
  'agreements',
  'organizations',
  'brokers',
  'imports',
  'files',
  'rankers',
  'reports',
  'agenda',
  'holidays',
  'notifications',
  'events',
  'users',
  'settings',
  'audit',
  'session',
  'tokens',
] as const satisfies readonly TokenResource[];

export const scopesOf = (rights: Partial<Record<TokenResource, Right>>): TokenInput['scopes'] =>
  tokenRows.flatMap((resource): TokenInput['scopes'] => {
    const right = rights[resource] ?? 'none';
    return right === 'none' ? [] : [`${resource}:${right}`];
  });
