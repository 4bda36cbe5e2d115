import { type Actor, hasRole } from '../../access/actor.ts';
import { createDocumentStore } from '../../store/document-store.ts';
import { any, type Filter } from '../../store/filter.ts';
import type { StoreKit } from '../../store/store-kit.ts';
import type { Engagement } from './engagement.ts';
import { engagementModel } from './engagement-model.ts';

export type EngagementStore = ReturnType<typeof createEngagementStore>;

export function createEngagementStore(kit: StoreKit) {
  const store = createDocumentStore<Engagement>({
    ...kit,
    subject: 'engagement',
    model: engagementModel(kit.db),
    visible: visibleEngagements,
  });
  return {
    ...store,
    /** Engagements with a reminder that is due by this day. */
    toRemind: (today: string) =>
      store.model
        .find({ remindOn: { $lte: today } }, { _id: 1 })
        .lean()
        .cursor({ batchSize: 500 }) as unknown as AsyncIterable<{ _id: string }>,
  };
}

/** Both parties, the brokers with a part in it, and the offices of both districts. */
function visibleEngagements(actor: Actor): Filter {
  const { id, organizationId, district } = actor;
  if (hasRole(actor, 'system')) return {};
  const seen: Filter[] = [{ brokerId: id }, { 'shares.brokerId': id }];
  if (hasRole(actor, 'bureau', 'admin')) seen.push({ districts: district });
  if (organizationId && hasRole(actor, 'enterprise')) seen.push({ enterpriseId: organizationId });
  if (organizationId && hasRole(actor, 'institute')) seen.push({ instituteId: organizationId });
  return any(seen);
}
