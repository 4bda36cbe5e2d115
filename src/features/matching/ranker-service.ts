import { type Actor, type Command, systemActor, unscoped } from '../../access/actor.ts';
import type { Clock } from '../../clock.ts';
import { conflict } from '../../errors.ts';
import type { PageRequest } from '../../store/page.ts';
import type { RankerState } from '../../vocabulary.ts';
import type { RankerModel } from './ranker.ts';
import {
  type ActiveRanker,
  activeModel,
  isUsable,
  type RankerRecord,
  shippedId,
  stateOfRanker,
} from './ranker-record.ts';
import type { RankerStore } from './ranker-store.ts';

export type RankerService = ReturnType<typeof createRankerService>;

export type RankerView = { record: RankerRecord; state: RankerState };

/** Which ranker counts in a district, and the way back to an earlier one. */
export function createRankerService(parts: {
  rankers: RankerStore;
  shipped: RankerModel;
  clock: Clock;
}) {
  const { rankers, shipped, clock } = parts;
  const everywhere = unscoped('the district is named by the job');

  /** The ranker that counts now; the shipped one where none was learnt or its parts are gone. */
  async function active(district: string): Promise<ActiveRanker> {
    const record = await rankers.lastActivated(district);
    if (record === undefined || isUsable(record, shipped)) return activeModel(record, shipped);
    const own = await rankers.find(everywhere, { _id: shippedId(district, shipped) });
    return activeModel(own ?? undefined, shipped);
  }

  /** The shipped version gets a row of its own, so that there is something to go back to. */
  async function ensureShipped(district: string): Promise<void> {
    const id = shippedId(district, shipped);
    if (await rankers.find(everywhere, { _id: id })) return;
    const { version, weights, bands } = shipped;
    const fields = {
      ...{ district, version, kind: 'shipped' as const, base: version, weights, bands },
      ...{ decisions: 0, holdOut: null, accepted: true },
    };
    const cmd = { actor: systemActor(district), at: clock.now() };
    try {
      await rankers.insert(cmd, fields, { action: 'created' }, id);
    } catch (error) {
      if ((error as { code?: string }).code !== 'already_exists') throw error;
    }
  }

  const viewOf = async (record: RankerRecord): Promise<RankerView> => ({
    record,
    state: stateOfRanker(record, (await active(record.district)).version),
  });

  return {
    active,
    ensureShipped,
    everywhere,

    /** The version that was learnt last, taken or not. */
    async latest(district: string): Promise<RankerRecord | undefined> {
      const filter = { district, kind: 'learnt' };
      const { items } = await rankers.list(everywhere, filter, { limit: 1, sort: '-createdAt' });
      return items[0];
    },

    async list(actor: Actor, page: PageRequest) {
      await ensureShipped(actor.district);
      const { items, nextCursor } = await rankers.list(actor, {}, page);
      const { version } = await active(actor.district);
      const views = items.map((record) => ({ record, state: stateOfRanker(record, version) }));
      return { views, nextCursor };
    },

    async get(actor: Actor, id: string): Promise<RankerView> {
      if (id === shippedId(actor.district, shipped)) await ensureShipped(actor.district);
      return viewOf(await rankers.get(actor, id));
    },

    /** Takes a version up (again); lists of the other one are stale from that moment. */
    async activate(cmd: Command, id: string, note: string | undefined): Promise<RankerView> {
      if (id === shippedId(cmd.actor.district, shipped)) await ensureShipped(cmd.actor.district);
      const { version } = await active(cmd.actor.district);
      const step = { action: 'activated', note, todo: ['rematch'] };
      const record = await rankers.change(cmd, cmd.actor, id, step, (found) => {
        if (found.base !== shipped.version) {
          throw conflict('outdated', 'It was learnt for a ranker that this version no longer has.');
        }
        if (!found.accepted) {
          throw conflict('wrong_state', 'Held-out decisions said that it is not better.');
        }
        return found.version === version ? {} : { activatedAt: cmd.at };
      });
      return viewOf(record);
    },
  };
}
