import type { Actor } from '../../access/actor.ts';
import type { PageRequest } from '../../store/page.ts';
import { type Capability, isOnOffer } from '../capabilities/capability.ts';
import type { CapabilityStore } from '../capabilities/capability-store.ts';
import { layerOf, type Need } from '../needs/need.ts';
import type { NeedStore } from '../needs/need-store.ts';
import type { MatchDecision } from './match.ts';
import { mayKnow } from './match-sight.ts';
import type { MatchDecisionStore, MatchListStore } from './match-store.ts';

export interface ShortlistedPair {
  decision: MatchDecision;
  need: Need;
  capability: Capability;
}

/** What is listed must still be on offer and have a name that the institute may read. */
const canBeNamed = (need: Need): boolean =>
  need.status === 'open' && layerOf(need, 'title') === 'public';

/** Pages read to fill one answer; beyond them the reader is given a cursor and asks on. */
const mostPages = 5;

/** An institute's own capabilities that a need's side shortlisted and that nobody has engaged. */
export function createShortlisted(parts: {
  needs: Pick<NeedStore, 'getMany'>;
  capabilities: Pick<CapabilityStore, 'getMany'>;
  decisions: Pick<MatchDecisionStore, 'list'>;
  lists: Pick<MatchListStore, 'getMany'>;
  today(): string;
}) {
  const { needs, capabilities, decisions, lists, today } = parts;

  return async function shortlisted(actor: Actor, page: PageRequest) {
    const items: ShortlistedPair[] = [];
    let cursor = page.cursor;
    for (let pages = 0; pages < mostPages; pages += 1) {
      const limit = page.limit - items.length;
      const filter = {
        instituteId: actor.organizationId,
        'bySide.need.decision': 'shortlisted',
      };
      const found = await decisions.list(actor, filter, { ...page, cursor, limit });
      const needIds = found.items.map(({ needId }) => needId);
      const [inSight, own, made] = await Promise.all([
        needs.getMany(actor, needIds),
        capabilities.getMany(
          actor,
          found.items.map(({ capabilityId }) => capabilityId),
        ),
        lists.getMany(needIds),
      ]);
      for (const decision of found.items) {
        const need = inSight.get(decision.needId);
        const capability = own.get(decision.capabilityId);
        if (!need || !capability || !isOnOffer(capability, today())) continue;
        const list = made.get(need._id);
        if (!canBeNamed(need) || !mayKnow(actor, { need, capability, list })) continue;
        items.push({ decision, need, capability });
      }
      cursor = found.nextCursor ?? undefined;
      if (cursor === undefined || items.length >= page.limit) break;
    }
    return { items, nextCursor: cursor ?? null };
  };
}
