import { type Actor, hasRole, unscoped } from '../../access/actor.ts';
import { createDocumentStore } from '../../store/document-store.ts';
import { any, type Filter } from '../../store/filter.ts';
import type { StoreKit } from '../../store/store-kit.ts';
import type { Assignment } from './assignment.ts';
import { assignmentModel } from './assignment-model.ts';
import type { BrokerRecord } from './broker.ts';

export type AssignmentStore = ReturnType<typeof createAssignmentStore>;

const running: Filter = { endedAt: { $exists: false } };

export function createAssignmentStore(kit: StoreKit) {
  const model = assignmentModel(kit.db);
  const store = createDocumentStore<Assignment>({ ...kit, subject: 'assignment', model, visible });
  const everyone = unscoped('the rules of assignment look at all brokers and needs');

  return {
    ...store,

    ofNeed: (needId: string): Promise<Assignment | null> => store.find(everyone, { needId }),

    async ofNeeds(needIds: readonly string[]): Promise<Map<string, Assignment>> {
      const found = new Map<string, Assignment>();
      for await (const one of store.each(everyone, { needId: { $in: needIds } })) {
        found.set(one.needId, one);
      }
      return found;
    },

    /** Assignments of a district, or of all, that wait for a broker with room. */
    withoutRoom: (district?: string) =>
      store.each(everyone, {
        ...running,
        status: 'escalated',
        escalation: 'no_broker',
        ...(district !== undefined && { district }),
      }),

    /** What a broker carries now: asked and leading. */
    carriedBy: (brokerId: string) =>
      store.each(everyone, {
        ...running,
        brokerId,
        status: { $in: ['proposed', 'accepted'] },
      }),

    /** Open work of one broker by status; read from the assignments, never from the claims. */
    async load(brokerId: string): Promise<{ proposed: number; accepted: number }> {
      const open = (status: string) => store.count(everyone, { ...running, brokerId, status });
      const [proposed, accepted] = await Promise.all([open('proposed'), open('accepted')]);
      return { proposed, accepted };
    },

    /** Counted anew from every turn that the broker had, so that it may be counted twice. */
    async record(brokerId: string): Promise<BrokerRecord> {
      const record = { asked: 0, expired: 0, led: 0, solved: 0 };
      const shown = { turns: 1, solved: 1 } as const;
      for await (const one of store.each(everyone, { 'turns.brokerId': brokerId }, shown)) {
        for (const turn of one.turns.filter((each) => each.brokerId === brokerId)) {
          if (turn.acceptedAt || turn.outcome === 'declined') record.asked += 1;
          if (turn.outcome === 'expired') {
            record.asked += 1;
            record.expired += 1;
          }
          if (turn.outcome === 'ended') {
            record.led += 1;
            if (one.solved) record.solved += 1;
          }
        }
      }
      return record;
    },

    /** Assignments whose clock has run out. */
    overdue: (now: Date) =>
      store.each(everyone, {
        ...running,
        status: { $in: ['proposed', 'accepted'] },
        due: { $lte: now },
      }),
  };
}

/**
 * The bureau's desk sees its district, a broker what they are asked or lead, an enterprise who
 * works on its needs. Whoever declined is no longer named, and sees no more of it.
 */
function visible(actor: Actor): Filter {
  if (hasRole(actor, 'system')) return {};
  const seen: Filter[] = [];
  if (hasRole(actor, 'bureau', 'admin')) seen.push({ district: actor.district });
  if (hasRole(actor, 'broker')) seen.push({ brokerId: actor.id });
  if (hasRole(actor, 'enterprise') && actor.organizationId) {
    seen.push({ organizationId: actor.organizationId });
  }
  return any(seen);
}
