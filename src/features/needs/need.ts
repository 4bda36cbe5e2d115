import { type Actor, hasRole } from '../../access/actor.ts';
import type { Stored } from '../../store/stored.ts';
import {
  type ClarityPart,
  type CloseCode,
  type CooperationMode,
  type DecisionCode,
  type Field,
  type Layer,
  type NeedField,
  type NeedStatus,
  needFields,
  type Relation,
  type TurnAction,
  type TurnSide,
  type VetDecision,
} from '../../vocabulary.ts';

/** 指标: what must be reached, as the enterprise states it. */
export interface Indicator {
  name: string;
  relation: Relation;
  /** A number, or both ends where the relation is `between`. */
  value: number | [number, number];
  unit: string;
  condition?: string;
}

/** Fields that carry a confidentiality layer. */
export const layeredFields = needFields;
export type LayeredField = NeedField;

/** 技术需求. */
export interface Need extends Stored {
  organizationId: string;
  district: string;
  status: NeedStatus;
  title: string;
  problem: string;
  field?: Field;
  industry?: string;
  product?: string;
  process?: string;
  /** What the enterprise has tried already. */
  tried?: string;
  indicators: Indicator[];
  budgetFen?: number;
  deadline?: string;
  cooperationModes: CooperationMode[];
  confidential: Partial<Record<LayeredField, Layer>>;
  externalId?: string;
  clarity: { score: number; missing: ClarityPart[] };
  /** The revision at which what matching reads was last changed. */
  contentRevision: number;
  postedBy: string;
  /** Set when a broker or the bureau posted it; the enterprise must confirm before vetting. */
  onBehalf?: { confirmedAt?: Date; confirmedBy?: string };
  submittedAt?: Date;
  vetting?: {
    by: string;
    at: Date;
    decision: VetDecision;
    code?: DecisionCode;
    note?: string;
  };
  /** Last day of validity, Asia/Shanghai; set when vetted, moved by renewal. */
  expiresOn?: string;
  /** The owner was reminded of that day. */
  expiryReminded?: true;
  closeCode?: CloseCode;
  closedAt?: Date;
  /** The broker proposed or leading: sees the `assigned` layer. Follows the assignment. */
  brokerId?: string;
  /** The same broker once the need was accepted: may act on it. Follows the assignment. */
  leadId?: string;
  /** Institutes engaged on this need, and those whose NDA both sides have signed. */
  instituteIds: string[];
  ndaInstituteIds: string[];
}

/** The state table: which states an action may start from, and where it leads. */
export const needActions = {
  submit: { from: ['draft'], to: 'submitted' },
  confirm: { from: ['draft', 'submitted'], to: null },
  accept: { from: ['submitted'], to: 'open' },
  refuse: { from: ['submitted'], to: 'closed' },
  update: { from: ['draft', 'submitted', 'open', 'engaged'], to: null },
  withdraw: { from: ['draft', 'submitted', 'open', 'engaged'], to: 'closed' },
  renew: { from: ['open', 'engaged'], to: null },
  revive: { from: ['closed'], to: 'open' },
  expire: { from: ['open'], to: 'closed' },
  close: { from: ['open', 'engaged', 'contracted'], to: 'closed' },
  engage: { from: ['open'], to: 'engaged' },
  release: { from: ['engaged'], to: 'open' },
  contract: { from: ['open', 'engaged'], to: 'contracted' },
} as const satisfies Record<string, { from: readonly NeedStatus[]; to: NeedStatus | null }>;
export type NeedAction = keyof typeof needActions;

export function canFollow(status: NeedStatus, action: NeedAction): boolean {
  return (needActions[action].from as readonly NeedStatus[]).includes(status);
}

/** An action that keeps the state leads to where it started. */
export function statusAfter(status: NeedStatus, action: NeedAction): NeedStatus {
  return needActions[action].to ?? status;
}

/** What decides which layers of a need somebody reads. */
export type NeedSight = Pick<
  Need,
  'organizationId' | 'district' | 'postedBy' | 'brokerId' | 'ndaInstituteIds' | 'confidential'
>;

const isOwner = (actor: Actor, need: Pick<Need, 'organizationId'>) =>
  hasRole(actor, 'enterprise') && actor.organizationId === need.organizationId;

const isOffice = (actor: Actor, need: Pick<Need, 'district'>) =>
  hasRole(actor, 'bureau', 'admin') && actor.district === need.district;

/** Who may do what to a need that they can see. */
export function canNeed(actor: Actor, action: NeedAction, need: Need): boolean {
  if (hasRole(actor, 'system')) return true;
  switch (action) {
    case 'submit':
    case 'update':
      return isOwner(actor, need) || need.postedBy === actor.id;
    case 'confirm':
      return isOwner(actor, need);
    case 'accept':
    case 'refuse':
      return canVet(actor, need);
    case 'withdraw':
    case 'renew':
    case 'revive':
      return isOwner(actor, need) || isOffice(actor, need);
    case 'close':
      return isOwner(actor, need) || isOffice(actor, need) || need.leadId === actor.id;
    default:
      return false;
  }
}

/** 审核: a second reader, never the poster, nor the firm itself, nor a broker on that need. */
function canVet(actor: Actor, need: Need): boolean {
  if (actor.district !== need.district || actor.id === need.postedBy) return false;
  if (actor.organizationId === need.organizationId || actor.id === need.brokerId) return false;
  return hasRole(actor, 'bureau', 'broker');
}

/** The layer a field is in; the enterprise's name is `assigned` unless said otherwise. */
export function layerOf(need: Pick<Need, 'confidential'>, field: LayeredField): Layer {
  return need.confidential[field] ?? (field === 'organization' ? 'assigned' : 'public');
}

/** The layers that an actor reads of a need in sight (DESIGN: three layers per field). */
export function layersSeenBy(actor: Actor, need: NeedSight): readonly Layer[] {
  const all = ['public', 'assigned', 'nda'] as const;
  if (hasRole(actor, 'system') || isOwner(actor, need) || isOffice(actor, need)) return all;
  if (need.postedBy === actor.id || need.brokerId === actor.id) return all;
  const { organizationId } = actor;
  if (organizationId && need.ndaInstituteIds.includes(organizationId)) return ['public', 'nda'];
  return ['public'];
}

/** Whether an actor reads one field of a need in sight. */
export function readsField(actor: Actor, need: NeedSight, field: LayeredField): boolean {
  return layersSeenBy(actor, need).includes(layerOf(need, field));
}

/** Whose turn it is: the side that everyone else waits for, and what it owes. */
export function turnOf(need: Need): { side: TurnSide; action: TurnAction } | null {
  switch (need.status) {
    case 'draft':
      return { side: 'enterprise', action: 'submit' };
    case 'submitted':
      return need.onBehalf && !need.onBehalf.confirmedAt
        ? { side: 'enterprise', action: 'confirm' }
        : { side: 'bureau', action: 'vet' };
    case 'open':
      return need.brokerId
        ? { side: 'broker', action: 'engage' }
        : { side: 'bureau', action: 'assign' };
    case 'engaged':
    case 'contracted':
      return { side: 'broker', action: 'follow_up' };
    default:
      return null;
  }
}
