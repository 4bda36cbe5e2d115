import { type Actor, hasRole } from '../../access/actor.ts';
import type { Stored } from '../../store/stored.ts';
import type {
  CapabilityStage,
  CapabilityStatus,
  CapabilityVisibility,
  CooperationMode,
  Field,
} from '../../vocabulary.ts';

/** 知识产权: one right that the capability rests on. */
export interface IntellectualProperty {
  type: string;
  number: string;
  state: string;
  holder?: string | undefined;
}

/** 能力、成果: what an institute can do or has achieved. */
export interface Capability extends Stored {
  organizationId: string;
  /** The institute's district. */
  district: string;
  status: CapabilityStatus;
  title: string;
  abstract: string;
  keywords: string[];
  field?: Field | undefined;
  stage?: CapabilityStage | undefined;
  /** Technology readiness, 1–9. */
  trl?: number | undefined;
  ip: IntellectualProperty[];
  experts: string[];
  equipment: string[];
  cases: string[];
  cooperationModes: CooperationMode[];
  visibility: CapabilityVisibility;
  /** Last day of validity, Asia/Shanghai. */
  validUntil?: string | undefined;
  externalId?: string | undefined;
  /** The revision at which what matching reads was last changed. */
  contentRevision: number;
  enteredBy: string;
}

/** What search and matching read; a change of these makes matches stale. */
export const capabilityContent = [
  'title',
  'abstract',
  'keywords',
  'field',
  'stage',
  'trl',
  'ip',
  'experts',
  'equipment',
  'cases',
] as const satisfies readonly (keyof Capability)[];

/** Open to matching on a day: published, and not past its validity. */
export function isOnOffer(capability: Capability, today: string): boolean {
  const { status, validUntil } = capability;
  return status === 'published' && (validUntil === undefined || validUntil >= today);
}

/** Whether an actor speaks for an institute: a member, or the office or a broker of its district. */
export function canEnterFor(
  actor: Actor,
  institute: { organizationId: string; district: string },
): boolean {
  if (hasRole(actor, 'system')) return true;
  if (hasRole(actor, 'institute') && actor.organizationId === institute.organizationId) return true;
  return hasRole(actor, 'bureau', 'admin', 'broker') && actor.district === institute.district;
}

/** A broker keeps only what that broker entered. */
export function canCapability(actor: Actor, capability: Capability): boolean {
  if (!canEnterFor(actor, capability)) return false;
  const onlyBroker =
    !hasRole(actor, 'system', 'bureau', 'admin') &&
    actor.organizationId !== capability.organizationId;
  return !onlyBroker || capability.enteredBy === actor.id;
}
