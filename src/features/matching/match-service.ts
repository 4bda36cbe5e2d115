import { type Actor, type Command, unscoped } from '../../access/actor.ts';
import { shanghaiDate } from '../../calendar/dates.ts';
import type { Clock } from '../../clock.ts';
import { conflict, forbidden, notFound, unavailable } from '../../errors.ts';
import type { Step } from '../../store/document-store.ts';
import type { MatchState } from '../../vocabulary.ts';
import { type Capability, isOnOffer } from '../capabilities/capability.ts';
import type { CapabilityStore } from '../capabilities/capability-store.ts';
import type { Need } from '../needs/need.ts';
import type { NeedStore } from '../needs/need-store.ts';
import { probabilityOf } from './calibration.ts';
import type { Reason } from './explain.ts';
import { wasReadAsIs } from './index-lag.ts';
import {
  canBeDecided,
  depthFor,
  type MatchDecision,
  type MatchItem,
  type MatchList,
  matchId,
  pairOf,
  sideOf,
} from './match.ts';
import { createMatchMaking, type RankerOf, reverseLength } from './match-making.ts';
import type { DecisionInput } from './match-schema.ts';
import { decisionFor, hasRead, mayKnow, type Pair } from './match-sight.ts';
import type { MatchDecisionStore, MatchListStore } from './match-store.ts';
import type { Matcher } from './matcher.ts';
import { isVersionOf, type RankerModel } from './ranker.ts';
import type { ActiveRanker } from './ranker-record.ts';
import { createShortlisted } from './shortlisted.ts';
import { createPause } from './turns.ts';

export type MatchService = ReturnType<typeof createMatchService>;

/** One pair as it is shown, before what belongs to the other side is taken off. */
export type MatchView = {
  id: string;
  rank: number;
  item: MatchItem;
  need: Need;
  capability: Capability;
  reasons: Reason[];
  decision?: MatchDecision;
  /** The chance that the need's side takes it up: there once enough was decided. */
  probability?: number;
};

/** Capabilities counted for a need that is being typed. */
const mostClose = 300;

const related = unscoped('asked for with the other side of the pair');

export function createMatchService(parts: {
  needs: NeedStore;
  capabilities: CapabilityStore;
  lists: MatchListStore;
  decisions: MatchDecisionStore;
  matcher: Matcher;
  rankerOf: RankerOf;
  clock: Clock;
}) {
  const { needs, capabilities, lists, decisions, matcher, rankerOf, clock } = parts;
  const today = () => shanghaiDate(clock.now());

  async function decisionsAbout(filter: { needId: string } | { capabilityId: string }) {
    const found = new Map<string, MatchDecision>();
    for await (const one of decisions.each(related, filter)) found.set(one._id, one);
    return found;
  }

  function stateOf(need: Need, list: MatchList | null, ranker: RankerModel): MatchState {
    if (list === null) return 'pending';
    return hasRead(list, need) && isVersionOf(ranker, list.rankerVersion) ? 'ready' : 'stale';
  }

  /** Reasons come from what the reader may read now, so a field hidden since shows nothing. */
  async function explained(
    need: Need,
    depth: 'full' | 'public',
    shown: readonly { item: MatchItem; capability: Capability }[],
  ): Promise<Reason[][]> {
    const reading = await matcher.read(need, depth).catch(() => null);
    if (reading === null) return shown.map(() => []);
    const pause = createPause();
    const reasons: Reason[][] = [];
    for (const { item, capability } of shown) {
      reasons.push(matcher.explainItem(reading, capability, item));
      await pause();
    }
    return reasons;
  }

  return {
    ...createMatchMaking(parts),

    /** Capabilities near a need that is still being typed, nearest first; nothing is kept. */
    async closeTo(draft: Need): Promise<MatchItem[]> {
      const ranker = await rankerOf(draft.district);
      const match = matcher.match(draft, 'full', today(), mostClose, ranker);
      return (await searching(match)).items;
    },

    /** The best capabilities for a need; an institute is shown what it may know of its own ones. */
    async ofNeed(actor: Actor, id: string, limit: number) {
      const need = await needs.get(actor, id);
      const [list, ranker] = await Promise.all([lists.find(id), rankerOf(need.district)]);
      const depth = depthFor(actor, need);
      const state = stateOf(need, list, ranker);
      // A stale public list may have been chosen by a field that is a secret by now.
      const safe = list !== null && (depth === 'full' || hasRead(list, need));
      const items = safe ? (list[depth] ?? list.full) : [];
      const ids = items.map(({ capabilityId }) => capabilityId);
      const seen = await capabilities.getMany(actor, ids);
      const shown = items
        .flatMap((item, index) => {
          const capability = seen.get(item.capabilityId);
          return capability && isOnOffer(capability, today())
            ? [{ rank: index + 1, item, capability }]
            : [];
        })
        .filter(({ capability }) => mayKnow(actor, { need, capability, list }))
        .slice(0, limit);
      const [reasons, decided] = await Promise.all([
        explained(need, depth, shown),
        decisionsAbout({ needId: id }),
      ]);
      const views = shown.map((one, index): MatchView => {
        const pair = matchId(id, one.capability._id);
        const decision = decided.get(pair);
        const current = list !== null && isVersionOf(ranker, list.rankerVersion);
        const chance = current ? chanceOf(ranker, one.item) : {};
        return { id: pair, ...one, need, reasons: reasons[index]!, decision, ...chance };
      });
      return { state, rankerVersion: list?.rankerVersion ?? ranker.version, views };
    },

    /** Open needs for a capability, worked out now and from their public layers alone. */
    async ofCapability(actor: Actor, id: string, limit: number) {
      const capability = await capabilities.get(actor, id);
      const near = await searching(matcher.needsNear(capability, today(), reverseLength));
      const byId = new Map(near.map((one) => [one.id, one]));
      const found = await needs.getMany(actor, [...byId.keys()]);
      const ranker = await rankerOf(capability.district);
      const vector = await matcher.vectorOf(capability);
      const scored = [];
      const pause = createPause();
      for (const need of found.values()) {
        if (need.status !== 'open') continue;
        // Found by a text that may have held what is a secret by now.
        if (!wasReadAsIs(need, byId.get(need._id)!)) continue;
        await pause();
        const reading = await searching(matcher.read(need, 'public'));
        scored.push({
          need,
          reading,
          item: matcher.scorePair(reading, capability, vector, ranker),
        });
      }
      scored.sort((a, b) => b.item.total - a.item.total || (a.need._id < b.need._id ? -1 : 1));
      const top = scored.slice(0, limit);
      const [decided, made] = await Promise.all([
        decisionsAbout({ capabilityId: id }),
        lists.getMany(top.map(({ need }) => need._id)),
      ]);
      const views = top.map(({ need, reading, item }, index): MatchView => {
        const pair = matchId(need._id, id);
        const reasons = matcher.explainItem(reading, capability, item);
        const list = made.get(need._id);
        const decision = decisionFor(actor, { need, capability, list }, decided.get(pair));
        return { id: pair, rank: index + 1, item, need, capability, reasons, decision };
      });
      return { state: 'ready' as const, rankerVersion: ranker.version, views };
    },

    /** One side shortlists or refuses a pair; what the other side decided stays. */
    async decide(cmd: Command, id: string, input: DecisionInput): Promise<MatchView> {
      const { need, capability, list } = await pairInSight(cmd.actor, id);
      const side = sideOf(cmd.actor, need, capability);
      if (side === null) throw forbidden();
      if (!canBeDecided(need)) {
        throw conflict('wrong_state', 'The need is not open yet.');
      }
      const index = list?.full.findIndex((item) => item.capabilityId === capability._id) ?? -1;
      const item = list?.full[index];
      const decision = { ...input, by: cmd.actor.id, at: cmd.at };
      // Only the need's side judges the match, so only that is learnt from.
      const todo = side === 'need' ? ['learn'] : [];
      const step = { action: input.decision, code: input.code, note: input.note, todo };
      const seen =
        list && item
          ? {
              rankerVersion: list.rankerVersion,
              rank: index + 1,
              score: item.score,
              values: item.values ?? {},
            }
          : null;
      const decided = await upsert(cmd, id, step, {
        needId: need._id,
        capabilityId: capability._id,
        district: need.district,
        needOrganizationId: need.organizationId,
        instituteId: capability.organizationId,
        bySide: { [side]: decision },
        seen,
      });
      return viewOf(cmd.actor, id, { need, capability, list }, decided);
    },

    /** Any pair that the actor may know of. */
    async ofPair(actor: Actor, id: string): Promise<MatchView> {
      const pair = await pairInSight(actor, id);
      if (!mayKnow(actor, pair)) throw notFound('match');
      const decided = await decisions.find(related, { _id: id });
      return viewOf(actor, id, pair, decided ?? undefined);
    },

    /** Own capabilities that a need's side shortlisted, for an institute. */
    shortlisted: createShortlisted({ needs, capabilities, decisions, lists, today }),

    /** One pair as an actor may see it, for a repeated request. */
    async get(actor: Actor, id: string): Promise<MatchView> {
      const pair = await pairInSight(actor, id);
      const decided = await decisions.find(related, { _id: id });
      return viewOf(actor, id, pair, decided ?? undefined);
    },
  };

  async function pairInSight(actor: Actor, id: string) {
    const pair = pairOf(id);
    if (pair === null) throw notFound('match');
    const need = await needs.find(actor, { _id: pair.needId });
    const capability = await capabilities.find(actor, { _id: pair.capabilityId });
    if (!need || !capability) throw notFound('match');
    return { need, capability, list: await lists.find(need._id) };
  }

  async function viewOf(
    actor: Actor,
    id: string,
    { need, capability, list }: Pair & { capability: Capability },
    decided: MatchDecision | undefined,
  ): Promise<MatchView> {
    const depth = depthFor(actor, need);
    const reading = await searching(matcher.read(need, depth));
    const vector = await matcher.vectorOf(capability);
    const ranker = await rankerOf(need.district);
    const item = matcher.scorePair(reading, capability, vector, ranker);
    const full = depth === 'full' ? list?.full : undefined;
    const at = full?.findIndex(({ capabilityId }) => capabilityId === capability._id) ?? -1;
    const decision = decisionFor(actor, { need, capability, list }, decided);
    const reasons = matcher.explainItem(reading, capability, item);
    const chance = chanceOf(ranker, item);
    return { id, rank: at + 1, item, need, capability, reasons, decision, ...chance };
  }

  /** The first decision about a pair makes its document; two first ones at once are one and one. */
  async function upsert(
    cmd: Command,
    id: string,
    step: Step,
    fields: Omit<MatchDecision, 'revision' | '_id' | 'createdAt' | 'updatedAt' | 'todo'>,
  ): Promise<MatchDecision> {
    const change = () =>
      decisions.change(cmd, related, id, step, ({ bySide }) => ({
        bySide: { ...bySide, ...fields.bySide },
        ...(fields.seen && { seen: fields.seen }),
      }));
    if (await decisions.find(related, { _id: id })) return change();
    try {
      return await decisions.insert(cmd, fields, step, id);
    } catch (error) {
      if ((error as { code?: string }).code === 'already_exists') return change();
      throw error;
    }
  }
}

function chanceOf({ calibration }: ActiveRanker, { total }: MatchItem): { probability?: number } {
  return calibration === undefined ? {} : { probability: probabilityOf(calibration, total) };
}

async function searching<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw unavailable('The search', error);
  }
}
