import type { Actor } from '../../access/actor.ts';
import type { PageRequest } from '../../store/page.ts';
import { type Capability, isOnOffer } from '../capabilities/capability.ts';
import type { CapabilityStore } from '../capabilities/capability-store.ts';
import { layerOf, type Need } from '../needs/need.ts';
import type { NeedStore } from '../needs/need-store.ts';
import type { MatchDecision, MatchList } from './match.ts';
import type { MatchDecisionStore, MatchListStore } from './match-store.ts';
import { hasSecrets } from './match-texts.ts';

export interface ShortlistedPair {
  decision: MatchDecision;
  need: Need;
  capability: Capability;
}

/**
 * Whether an institute may be told that a need's side shortlisted it: the need can be named to it,
 * and what everybody may read of the need leads to this capability too. A pair that only a secret
 * brought together would tell the secret.
 */
function mayTellInstitute(need: Need, capabilityId: string, list: MatchList | undefined): boolean {
  if (need.status !== 'open' || layerOf(need, 'title') !== 'public') return false;
  if (!hasSecrets(need)) return true;
  // A list made before the latest change may have been chosen by what is a secret by now.
  if (!list?.public || list.needRevision < need.contentRevision) return false;
  return list.public.some((item) => item.capabilityId === capabilityId);
}

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
        if (!mayTellInstitute(need, capability._id, made.get(need._id))) continue;
        items.push({ decision, need, capability });
      }
      cursor = found.nextCursor ?? undefined;
      if (cursor === undefined || items.length >= page.limit) break;
    }
    return { items, nextCursor: cursor ?? null };
  };
}
