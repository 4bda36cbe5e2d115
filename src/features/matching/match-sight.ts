import type { Actor } from '../../access/actor.ts';
import type { Capability } from '../capabilities/capability.ts';
import type { Need } from '../needs/need.ts';
import { depthFor, type MatchDecision, type MatchList } from './match.ts';
import { hasSecrets } from './match-texts.ts';

/** What may be told of one pair, wherever it is asked for. */
export interface Pair {
  need: Need;
  capability: Pick<Capability, '_id' | 'organizationId'>;
  /** The need's lists, as far as they were made. */
  list: MatchList | null | undefined;
}

/** An institute that reads only what everyone may know of a need. */
const isOutsider = (actor: Actor, need: Need): boolean =>
  depthFor(actor, need) === 'public' && actor.roles.every((role) => role === 'institute');

/** Whether a list was made from the need as it is now; its ranker is another question. */
export const hasRead = (list: MatchList, need: Need) => list.needRevision >= need.contentRevision;

/**
 * Whether a reader may know of a match: what everybody may read of the need leads to the capability
 * too. A pair that only a secret brought together would tell the secret, by being there, by what was
 * decided of it, by its rank or its score.
 */
export function mayKnow(actor: Actor, { need, capability, list }: Pair): boolean {
  if (!isOutsider(actor, need)) return true;
  if (capability.organizationId !== actor.organizationId) return false;
  if (!hasSecrets(need)) return true;
  // A list made before the latest change may have been chosen by what is a secret by now.
  if (!list?.public || !hasRead(list, need)) return false;
  return list.public.some(({ capabilityId }) => capabilityId === capability._id);
}

/** What was decided, without the need's side where the reader may not know of the match. */
export function decisionFor(
  actor: Actor,
  pair: Pair,
  decision: MatchDecision | undefined,
): MatchDecision | undefined {
  if (decision === undefined || mayKnow(actor, pair)) return decision;
  const { need: _, ...own } = decision.bySide;
  return { ...decision, bySide: own };
}
