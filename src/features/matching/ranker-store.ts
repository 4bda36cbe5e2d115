import { type Actor, hasRole, unscoped } from '../../access/actor.ts';
import { documentModel } from '../../store/document-schema.ts';
import { createDocumentStore } from '../../store/document-store.ts';
import type { StoreKit } from '../../store/store-kit.ts';
import type { RankerRecord } from './ranker-record.ts';

export type RankerStore = ReturnType<typeof createRankerStore>;

/** Versions of each district's ranker. */
export function createRankerStore(kit: StoreKit) {
  const store = createDocumentStore<RankerRecord>({
    ...kit,
    subject: 'ranker',
    model: documentModel<RankerRecord>(kit.db, 'rankers', [[{ district: 1, activatedAt: -1 }]]),
    visible: (actor: Actor) => (hasRole(actor, 'system') ? {} : { district: actor.district }),
  });
  const why = unscoped('every match asks which ranker counts in its district');
  return {
    ...store,
    /** The version that was activated last, if any was. */
    async lastActivated(district: string): Promise<RankerRecord | undefined> {
      const filter = { district, activatedAt: { $exists: true } };
      const { items } = await store.list(why, filter, { limit: 1, sort: '-activatedAt' });
      return items[0];
    },
  };
}
