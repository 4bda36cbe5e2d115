import { type Actor, hasRole } from '../../access/actor.ts';
import { createDocumentStore } from '../../store/document-store.ts';
import { any, type Filter } from '../../store/filter.ts';
import type { StoreKit } from '../../store/store-kit.ts';
import type { Capability } from './capability.ts';
import { capabilityModel } from './capability-model.ts';

export type CapabilityStore = ReturnType<typeof createCapabilityStore>;

export function createCapabilityStore(kit: StoreKit) {
  return createDocumentStore<Capability>({
    ...kit,
    subject: 'capability',
    model: capabilityModel(kit.db),
    visible: visibleCapabilities,
  });
}

/**
 * Published ones are public to all districts unless marked otherwise; everything of an institute
 * is in sight of its members, of whoever entered it, and of its district's office.
 */
function visibleCapabilities(actor: Actor): Filter {
  const { id, organizationId, district } = actor;
  if (hasRole(actor, 'system')) return {};
  const seen: Filter[] = [
    { status: 'published', visibility: 'public' },
    { status: 'published', visibility: 'district', district },
    { enteredBy: id },
  ];
  if (organizationId) seen.push({ organizationId });
  if (hasRole(actor, 'bureau', 'admin')) seen.push({ district });
  return any(seen);
}
