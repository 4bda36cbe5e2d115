import { type Actor, hasRole } from '../../access/actor.ts';
import type { Stored } from '../../store/stored.ts';
import type { Band, DecisionCode, MatchSide } from '../../vocabulary.ts';
import type { Capability } from '../capabilities/capability.ts';
import { layersSeenBy, type Need } from '../needs/need.ts';
import type { Depth } from './match-texts.ts';
import type { PartValues } from './ranker.ts';

/** One capability on a need's list, as the ranker of the list's version saw it. */
export interface MatchItem {
  capabilityId: string;
  /** The sum of the parts, which orders the list, and its form for showing. */
  total: number;
  score: number;
  band: Band;
  parts: PartValues;
  /** What the parts were before weighing. */
  values: PartValues;
}

/**
 * What a need was matched with: a projection, made again at any time. Two lists where the need has
 * secrets, since what outsiders are shown must not have been chosen by what they may not read.
 */
export interface MatchList {
  /** The need's id. */
  _id: string;
  rankerVersion: string;
  /** The need's `contentRevision` that was read. */
  needRevision: number;
  madeAt: Date;
  full: MatchItem[];
  /** `null` where the need has no secrets: the full list is for everybody. */
  public: MatchItem[] | null;
  /** All capabilities on either list, to find the lists that a changed capability is on. */
  capabilityIds: string[];
}

export interface Decision {
  decision: 'shortlisted' | 'refused';
  code?: DecisionCode;
  /** For the decider's own side only; the code is what the other side is shown. */
  note?: string;
  by: string;
  at: Date;
}

/** What both sides decided about one pair; kept apart from the lists, which come and go. */
export interface MatchDecision extends Stored {
  needId: string;
  capabilityId: string;
  district: string;
  needOrganizationId: string;
  instituteId: string;
  bySide: Partial<Record<MatchSide, Decision>>;
  /** The ranker's view when it was decided, for learning from it later. */
  seen: { rankerVersion: string; rank: number; score: number; values: PartValues } | null;
}

/** Capabilities kept on a list. */
export const listLength = 50;

export const matchId = (needId: string, capabilityId: string) => `${needId}-${capabilityId}`;

export function pairOf(id: string): { needId: string; capabilityId: string } | null {
  const [needId, capabilityId, ...rest] = id.split('-');
  return needId && capabilityId && rest.length === 0 ? { needId, capabilityId } : null;
}

/** Which list of a need an actor is shown: everything only to those who read all its layers. */
export function depthFor(actor: Actor, need: Need): Depth {
  return layersSeenBy(actor, need).length === 3 ? 'full' : 'public';
}

/** Nobody decides about a need that has not been taken in. */
export const canBeDecided = ({ status }: Pick<Need, 'status'>): boolean =>
  status !== 'draft' && status !== 'submitted';

/** The side that an actor decides for; a broker who is not on the need decides for nobody. */
export function sideOf(actor: Actor, need: Need, capability: Capability): MatchSide | null {
  if (depthFor(actor, need) === 'full') return 'need';
  const own = actor.organizationId === capability.organizationId;
  return hasRole(actor, 'institute') && own ? 'capability' : null;
}
