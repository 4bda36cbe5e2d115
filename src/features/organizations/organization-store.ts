import type { Actor } from '../../access/actor.ts';
import { hasRole } from '../../access/actor.ts';
import { createDocumentStore } from '../../store/document-store.ts';
import { any, type Filter } from '../../store/filter.ts';
import type { StoreKit } from '../../store/store-kit.ts';
import type { Organization } from './organization.ts';
import { organizationModel } from './organization-model.ts';

export type OrganizationStore = ReturnType<typeof createOrganizationStore>;

export function createOrganizationStore(kit: StoreKit) {
  return createDocumentStore<Organization>({
    ...kit,
    subject: 'organization',
    model: organizationModel(kit.db),
    visible,
  });
}

/**
 * Institutes and platforms are public; an enterprise is its own, its district office's, and known to
 * the district's brokers, who post for those that phone. Whose a need is stays a matter of its layer.
 */
function visible(actor: Actor): Filter {
  if (hasRole(actor, 'system')) return {};
  const seen: Filter[] = [{ kind: { $in: ['institute', 'platform'] } }];
  if (hasRole(actor, 'bureau', 'admin')) seen.push({ district: actor.district });
  if (hasRole(actor, 'broker')) seen.push({ kind: 'enterprise', district: actor.district });
  if (actor.organizationId) seen.push({ _id: actor.organizationId });
  return any(seen);
}
