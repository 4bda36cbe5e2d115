import type { Actor } from '../../access/actor.ts';
import { actionsThat } from '../../schema/actions.ts';
import { matchSides } from '../../vocabulary.ts';
import { canBeDecided, sideOf } from './match.ts';
import type { MatchAnswer } from './match-schema.ts';
import type { MatchView } from './match-service.ts';
import { readNeed } from './match-texts.ts';

/** One pair for one reader; of the other side's decision the code, never the note. */
export function presentMatch(actor: Actor, view: MatchView, instituteName: string): MatchAnswer {
  const { capability, need, item } = view;
  const decisions = presentDecisions(actor, view);
  const shown = readNeed(need, 'public');
  return {
    id: view.id,
    actions: actionsThat(actor, 'matches', {
      decide: sideOf(actor, need, capability) !== null && canBeDecided(need),
    }),
    rank: view.rank,
    score: round(item.score),
    band: item.band,
    reasons: view.reasons.map(({ check, ...reason }) => ({
      ...reason,
      share: round(reason.share),
    })),
    indicators: view.reasons
      .flatMap(({ check }) => (check ? [check] : []))
      .map(({ indicator: { name, relation }, satisfaction }) => ({ name, relation, satisfaction })),
    ...(decisions[0] && { decision: decisions[0] }),
    decisions,
    capability: {
      id: capability._id,
      ...(capability.externalId !== undefined && { externalId: capability.externalId }),
      title: capability.title,
      ...(capability.field && { field: capability.field }),
      ...(capability.stage && { stage: capability.stage }),
      institute: { id: capability.organizationId, name: instituteName },
    },
    need: {
      id: need._id,
      ...(shown.title !== undefined && { title: shown.title }),
      ...(shown.field && { field: shown.field }),
      district: need.district,
    },
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
