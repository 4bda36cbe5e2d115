import type { Actor } from '../../access/actor.ts';
import { hasRole, unscoped } from '../../access/actor.ts';
import { createDocumentStore } from '../../store/document-store.ts';
import type { Filter } from '../../store/filter.ts';
import type { StoreKit } from '../../store/store-kit.ts';
import type { Broker, BrokerRecord, Claim } from './broker.ts';
import { brokerModel } from './broker-model.ts';

export type BrokerStore = ReturnType<typeof createBrokerStore>;

export function createBrokerStore(kit: StoreKit) {
  const model = brokerModel(kit.db);
  const store = createDocumentStore<Broker>({ ...kit, subject: 'broker', model, visible });

  return {
    ...store,

    /** The district's brokers who can be asked at all. */
    async ofDistrict(district: string): Promise<Broker[]> {
      const found: Broker[] = [];
      const scope = unscoped('assignment weighs every broker of the district');
      for await (const broker of store.each(scope, { district, active: true })) found.push(broker);
      return found;
    },

    /**
     * Takes a place within the capacity, in one atomic step and only while the profile is the one
     * that was judged. Not a change of the profile: the revision stays, so that nobody's edit is
     * refused because a need came in. True as well when the same claim stands already.
     */
    async claim(broker: Broker, claim: Claim): Promise<boolean> {
      const { _id, revision, capacity } = broker;
      if (capacity < 1) return false;
      const { matchedCount } = await model.collection.updateOne(
        {
          _id,
          revision,
          'claims.turnId': { $ne: claim.turnId },
          [`claims.${capacity - 1}`]: { $exists: false },
        } as never,
        { $push: { claims: claim } } as never,
      );
      if (matchedCount > 0) return true;
      return (await model.countDocuments({ _id, 'claims.turnId': claim.turnId })) > 0;
    },

    async release(brokerId: string, turnId: string): Promise<void> {
      await model.collection.updateOne(
        { _id: brokerId } as never,
        { $pull: { claims: { turnId } } } as never,
      );
    },

    /** Every claim that stands, for the reconciler. */
    claimants() {
      const scope = unscoped('claims of all districts are compared with the assignments');
      return store.each(scope, { 'claims.needId': { $exists: true } }, { claims: 1 });
    },

    async keepRecord(brokerId: string, record: BrokerRecord): Promise<void> {
      await model.collection.updateOne({ _id: brokerId } as never, { $set: { record } } as never);
    },
  };
}

/** A broker is known within the district; what only the office may read, the presenter leaves out. */
function visible(actor: Actor): Filter {
  return hasRole(actor, 'system') ? {} : { district: actor.district };
}
