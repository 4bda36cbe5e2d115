import { unscoped } from '../../access/actor.ts';
import { shanghaiDate } from '../../calendar/dates.ts';
import type { Clock } from '../../clock.ts';
import { type Capability, isOnOffer } from '../capabilities/capability.ts';
import type { CapabilityStore } from '../capabilities/capability-store.ts';
import type { Need } from '../needs/need.ts';
import type { NeedStore } from '../needs/need-store.ts';
import { listLength, type MatchList } from './match.ts';
import type { MatchListStore } from './match-store.ts';
import { type Depth, hasSecrets } from './match-texts.ts';
import type { Matcher } from './matcher.ts';
import { isVersionOf } from './ranker.ts';
import type { ActiveRanker } from './ranker-record.ts';

/** The ranker that counts for a district now. */
export type RankerOf = (district: string) => Promise<ActiveRanker>;

/** Open needs looked at for one capability. */
export const reverseLength = 50;

const depths = ['full', 'public'] as const satisfies readonly Depth[];

/** Totals on a list are up to a day old, and terms have grown rarer or commoner since. */
const drift = 0.97;

const everyone = unscoped('lists are made for all who may read them later');

/** What the jobs of matching do: which needs' lists are to be made, and making them. */
export function createMatchMaking(parts: {
  needs: NeedStore;
  capabilities: CapabilityStore;
  lists: MatchListStore;
  matcher: Matcher;
  rankerOf: RankerOf;
  clock: Clock;
}) {
  const { needs, capabilities, lists, matcher, rankerOf, clock } = parts;
  const today = () => shanghaiDate(clock.now());

  /** Whether a capability would stand on a need's lists: most are full of better ones. */
  async function mayEnter(
    need: Need,
    kept:
      | (Pick<MatchList, 'rankerVersion'> & Record<Depth, { total: number }[] | null>)
      | undefined,
    capability: Capability,
  ): Promise<boolean> {
    const ranker = await rankerOf(need.district);
    if (!kept || !isVersionOf(ranker, kept.rankerVersion)) return true;
    const vector = await matcher.vectorOf(capability);
    for (const depth of hasSecrets(need) ? depths : depths.slice(0, 1)) {
      const totals = kept[depth] ?? [];
      if (totals.length < listLength) return true;
      const reading = await matcher.read(need, depth);
      const { total } = matcher.scorePair(reading, capability, vector, ranker);
      if (total >= totals.at(-1)!.total * drift) return true;
    }
    return false;
  }

  /** Job: makes a need's lists. Drafts and closed needs are not matched. */
  async function matchNeed(id: string): Promise<void> {
    const need = await needs.find(everyone, { _id: id });
    if (need?.status !== 'open' && need?.status !== 'engaged') return;
    const ranker = await rankerOf(need.district);
    const full = await matcher.match(need, 'full', today(), listLength, ranker);
    const open = hasSecrets(need)
      ? await matcher.match(need, 'public', today(), listLength, ranker)
      : null;
    const all = [...full.items, ...(open?.items ?? [])];
    const ids = new Set(all.map(({ capabilityId }) => capabilityId));
    await lists.put({
      _id: id,
      rankerVersion: full.version,
      needRevision: need.contentRevision,
      madeAt: clock.now(),
      full: full.items,
      public: open?.items ?? null,
      capabilityIds: [...ids],
    });
    // Another ranker may have been taken up meanwhile, and its list overwritten by this one.
    if ((await rankerOf(need.district)).version !== ranker.version) return matchNeed(id);
  }

  /** Job: the needs whose lists a new, changed or withdrawn capability may belong on or off. */
  async function needsTouchedBy(id: string): Promise<string[]> {
    const capability = await capabilities.find(everyone, { _id: id });
    const touched = new Set(await lists.holding(id));
    if (capability && isOnOffer(capability, today())) {
      const near = await matcher.needsNear(capability, today(), reverseLength);
      const others = near.map((one) => one.id).filter((needId) => !touched.has(needId));
      const kept = await lists.totals(others);
      for (const need of (await needs.getMany(everyone, others)).values()) {
        if (await mayEnter(need, kept.get(need._id), capability)) touched.add(need._id);
      }
    }
    return [...touched];
  }

  return { matchNeed, needsTouchedBy };
}
