import type { Connection } from 'mongoose';
import { type Actor, hasRole } from '../../access/actor.ts';
import { createDocumentStore } from '../../store/document-store.ts';
import { any, type Filter } from '../../store/filter.ts';
import type { StoreKit } from '../../store/store-kit.ts';
import type { MatchDecision, MatchList } from './match.ts';
import { matchDecisionModel, matchListModel } from './match-model.ts';

export type MatchDecisionStore = ReturnType<typeof createMatchDecisionStore>;

export function createMatchDecisionStore(kit: StoreKit) {
  return createDocumentStore<MatchDecision>({
    ...kit,
    subject: 'match',
    model: matchDecisionModel(kit.db),
    visible: visibleDecisions,
  });
}

/** Who may decide is asked of the need and the capability; these are the rows of either side. */
function visibleDecisions(actor: Actor): Filter {
  if (hasRole(actor, 'system')) return {};
  const seen: Filter[] = [];
  if (hasRole(actor, 'bureau', 'admin', 'broker')) seen.push({ district: actor.district });
  if (actor.organizationId) {
    const { organizationId } = actor;
    seen.push({ needOrganizationId: organizationId }, { instituteId: organizationId });
  }
  return any(seen);
}

export type MatchListStore = ReturnType<typeof createMatchListStore>;

/** The lists themselves; whoever reads one has been asked for its need first. */
export function createMatchListStore(db: Connection) {
  const model = matchListModel(db);
  return {
    createIndexes: () => model.createIndexes(),

    async find(needId: string): Promise<MatchList | null> {
      return (await model.findById(needId).lean()) as unknown as MatchList | null;
    },

    async getMany(needIds: readonly string[]): Promise<Map<string, MatchList>> {
      const found = (await model
        .find({ _id: { $in: [...needIds] } })
        .lean()) as unknown as MatchList[];
      return new Map(found.map((list) => [list._id, list]));
    },

    /** Keeps the list that read the later state of the need, whichever job ends last. */
    async put(list: MatchList): Promise<void> {
      const { _id, ...rest } = list;
      try {
        await model.collection.updateOne(
          { _id, needRevision: { $lte: list.needRevision } } as never,
          { $set: rest },
          { upsert: true },
        );
      } catch (error) {
        // The filter missed a newer list and the upsert ran into it: that one stays.
        if ((error as { code?: number }).code !== 11000) throw error;
      }
    },

    /** Needs whose list holds a capability. */
    async holding(capabilityId: string): Promise<string[]> {
      const lists = await model.find({ capabilityIds: capabilityId }, { _id: 1 }).lean();
      return lists.map(({ _id }) => String(_id));
    },

    /** Which of some needs have a match that deserves at least a call. */
    async promising(needIds: readonly string[]): Promise<Set<string>> {
      const filter = { _id: { $in: needIds }, 'full.band': { $in: ['strong', 'worth_a_call'] } };
      const lists = await model.find(filter as never, { _id: 1 }).lean();
      return new Set(lists.map(({ _id }) => String(_id)));
    },

    /** The totals on some needs' lists, best first, and the ranker that worked them out. */
    async totals(needIds: readonly string[]) {
      type Totals = { total: number }[];
      const fields = { rankerVersion: 1, 'full.total': 1, 'public.total': 1 };
      const lists = (await model.find({ _id: { $in: needIds } }, fields).lean()) as unknown as {
        _id: string;
        rankerVersion: string;
        full: Totals;
        public: Totals | null;
      }[];
      return new Map(lists.map((list) => [list._id, list]));
    },

    /** What each of some needs was last matched as. */
    async versions(needIds: readonly string[]) {
      const lists = (await model
        .find({ _id: { $in: needIds } }, { rankerVersion: 1, needRevision: 1, madeAt: 1 })
        .lean()) as unknown as Pick<
        MatchList,
        '_id' | 'rankerVersion' | 'needRevision' | 'madeAt'
      >[];
      return new Map(lists.map((list) => [list._id, list]));
    },
  };
}
