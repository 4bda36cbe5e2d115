import type { Actor } from './actor.ts';

/** Whether a program's token reaches a resource; a person in person has no such limit. */
export function tokenAllows(actor: Actor, resource: string, right: 'read' | 'write'): boolean {
  if (!actor.tokenScopes) return true;
  const enough = right === 'read' ? ['read', 'write'] : ['write'];
  return actor.tokenScopes.some((scope) =>
    enough.some((r) => scope === `${resource}:${r}` || scope === `*:${r}`),
  );
}
