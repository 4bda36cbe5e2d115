import { type Actor, hasRole } from '../../access/actor.ts';
import { tokenAllows } from '../../access/token-scopes.ts';
import type { Role } from '../../vocabulary.ts';

const office = ['bureau', 'admin'] as const;
const everyone = ['enterprise', 'institute', 'broker', 'bureau', 'admin'] as const;

/** What belongs to no single document: the resource whose token scope it needs, and the roles. */
const table = {
  create_need: { scope: 'needs:write', roles: ['enterprise', 'broker', 'bureau'] },
  advise_need: { scope: 'needs:write', roles: ['enterprise', 'broker', 'bureau'] },
  create_capability: {
    scope: 'capabilities:write',
    roles: ['institute', 'broker', 'bureau', 'admin'],
  },
  create_organization: { scope: 'organizations:write', roles: office },
  create_engagement: { scope: 'engagements:write', roles: ['broker', 'bureau'] },
  create_agreement: { scope: 'agreements:write', roles: everyone },
  create_broker: { scope: 'brokers:write', roles: office },
  publish_report: { scope: 'reports:write', roles: office },
  see_reports: { scope: 'reports:read', roles: office },
  invite: { scope: 'users:write', roles: office },
  see_users: { scope: 'users:read', roles: office },
  see_audit: { scope: 'audit:read', roles: office },
  update_settings: { scope: 'settings:write', roles: office },
  import_need: { scope: 'needs:write', roles: ['enterprise', 'broker', 'bureau'] },
  import_capability: {
    scope: 'capabilities:write',
    roles: ['institute', 'broker', 'bureau', 'admin'],
  },
  import_organization: { scope: 'organizations:write', roles: office },
  import_agreement: { scope: 'agreements:write', roles: everyone },
  import_broker: { scope: 'brokers:write', roles: office },
} as const satisfies Record<string, { scope: string; roles: readonly Role[] }>;

export type SessionAction = keyof typeof table | 'import';
const names = Object.keys(table) as (keyof typeof table)[];
export const sessionActionNames = [...names, 'import'] as const;

/** What a person may do that belongs to no single document. */
export function actionsInSession(actor: Actor): SessionAction[] {
  const allowed = names.filter((name) => {
    const { scope, roles } = table[name];
    const [resource, right] = scope.split(':') as [string, 'read' | 'write'];
    if (name.startsWith('import_') && !tokenAllows(actor, 'imports', 'write')) return false;
    return hasRole(actor, ...roles) && tokenAllows(actor, resource, right);
  });
  return allowed.some((name) => name.startsWith('import_')) ? [...allowed, 'import'] : allowed;
}
