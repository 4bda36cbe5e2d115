import type { Actor } from '../../access/actor.ts';
import { actionsThat } from '../../schema/actions.ts';
import { matchSides } from '../../vocabulary.ts';
import type { Capability } from '../capabilities/capability.ts';
import type { Need } from '../needs/need.ts';

import type { Reason } from './explain.ts';
import type { IndicatorCheck } from './indicators.ts';
import { canBeDecided, sideOf } from './match.ts';

import type { MatchAnswer } from './match-schema.ts';
import type { MatchView } from './match-service.ts';
import { readNeed } from './match-texts.ts';
import type { ShortlistedPair } from './shortlisted.ts';

/** One pair for one reader; of the other side's decision the code, never the note. */
export function presentMatch(actor: Actor, view: MatchView, instituteName: string): MatchAnswer {
  const { capability, need, item } = view;
  const decisions = presentDecisions(actor, view);
  return {
    id: view.id,
    actions: actionsThat(actor, 'matches', {
      decide: sideOf(actor, need, capability) !== null && canBeDecided(need),
    }),
    rank: view.rank,
    score: round(item.score),
    band: item.band,
    ...(view.probability !== undefined && { probability: round(view.probability) }),
    reasons: view.reasons.map(({ check, ...reason }) => ({
      ...reason,
      share: round(reason.share),
    })),
    indicators: view.reasons.flatMap(({ check, ...reason }) =>
      check ? [presentCheck(check, reason)] : [],
    ),
    ...(decisions[0] && { decision: decisions[0] }),
    decisions,
    capability: presentCapability(capability, instituteName),
    need: presentNeed(need),
  };
}

const presentCapability = (capability: Capability, instituteName: string) => ({
  id: capability._id,
  ...(capability.externalId !== undefined && { externalId: capability.externalId }),
  title: capability.title,
  ...(capability.field && { field: capability.field }),
  ...(capability.stage && { stage: capability.stage }),
  institute: { id: capability.organizationId, name: instituteName },
});

function presentNeed(need: Need) {
  const shown = readNeed(need, 'public');
  return {
    id: need._id,
    ...(shown.title !== undefined && { title: shown.title }),
    ...(shown.field && { field: shown.field }),
    district: need.district,
  };
}

/** Of the need what everybody may read; of the decision only that, and when. */
export const presentShortlisted = (
  { decision, need, capability }: ShortlistedPair,
  instituteName: string,
) => ({
  id: decision._id,
  shortlistedAt: decision.bySide.need!.at.toISOString(),
  need: presentNeed(need),
  capability: presentCapability(capability, instituteName),
});

/** The first passage on each side is where it stands: what is asked, and what is given. */
function presentCheck({ indicator, satisfaction }: IndicatorCheck, reason: Omit<Reason, 'check'>) {
  const { name, relation, value, upper, unit, change, source } = indicator;
  return {
    name,
    relation,
    value: upper === undefined ? value : [value, upper],
    unit,
    ...(change && { change }),
    satisfaction,
    origin: source === undefined ? ('stated' as const) : ('read' as const),
    needSpans: reason.needSpans,
    evidence: reason.capabilitySpans,
  };
}

/** Latest first. */
function presentDecisions(actor: Actor, { need, capability, decision }: MatchView) {
  const own = sideOf(actor, need, capability);
  return matchSides
    .flatMap((side) => {
      const one = decision?.bySide[side];
      return one ? [{ side, one }] : [];
    })
    .sort((a, b) => b.one.at.getTime() - a.one.at.getTime())
    .map(({ side, one: { decision: decided, at, code, note } }) => ({
      decision: decided,
      side,
      at: at.toISOString(),
      ...(code && { code }),
      ...(note && side === own && { note }),
    }));
}

/** Floating-point dust is no information. */
const round = (value: number) => Math.round(value * 1e6) / 1e6;
