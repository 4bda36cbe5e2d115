import { type Actor, hasRole } from '../../access/actor.ts';
import { createDocumentStore } from '../../store/document-store.ts';
import { any, type Filter } from '../../store/filter.ts';
import type { StoreKit } from '../../store/store-kit.ts';
import { needStatuses } from '../../vocabulary.ts';
import type { Need } from './need.ts';
import { needModel } from './need-model.ts';

export type NeedStore = ReturnType<typeof createNeedStore>;

export function createNeedStore(kit: StoreKit) {
  return createDocumentStore<Need>({
    ...kit,
    subject: 'need',
    model: needModel(kit.db),
    visible: visibleNeeds,
  });
}

const posted = needStatuses.filter((status) => status !== 'draft');

/**
 * Rows in sight: an enterprise its own; the bureau its district's; a broker the posted ones of the
 * district and those it is on; an institute every open one (a match may cross a district line) and
 * those it is engaged on. Which fields of a row are readable is `layersSeenBy`'s matter.
 */
function visibleNeeds(actor: Actor): Filter {
  const { id, organizationId, district } = actor;
  if (hasRole(actor, 'system')) return {};
  if (hasRole(actor, 'bureau', 'admin')) {
    return hasRole(actor, 'broker') ? any([{ district }, { brokerId: id }]) : { district };
  }
  const seen: Filter[] = [];
  if (hasRole(actor, 'broker')) {
    seen.push(
      { district, status: { $in: posted } },
      { brokerId: id },
      { postedBy: id, onBehalf: { $exists: true } },
    );
  }
  if (hasRole(actor, 'enterprise') && organizationId) seen.push({ organizationId });
  if (hasRole(actor, 'institute')) {
    seen.push({ status: 'open' });
    if (organizationId) seen.push({ instituteIds: organizationId });
  }
  return any(seen);
}
