import { type Actor, hasRole } from '../../access/actor.ts';
import { layerOf, type Need } from '../needs/need.ts';
import { type Engagement, hasSignedNda, type NextStep } from './engagement.ts';

export type ActorSide = 'enterprise' | 'institute' | 'broker' | 'bureau' | 'system';

type Parties = Pick<
  Engagement,
  'enterpriseId' | 'instituteId' | 'brokerId' | 'shares' | 'needDistrict' | 'districts'
>;

/**
 * The sides on which an actor stands here; empty for a stranger. The office of the institute's
 * district reads along on the institute's side.
 */
export function sidesOf(actor: Actor, engagement: Parties): ActorSide[] {
  const { id, organizationId } = actor;
  if (hasRole(actor, 'system')) return ['system'];
  const all: ActorSide[] = [];
  if (isLead(actor, engagement) || engagement.shares.some((one) => one.brokerId === id)) {
    all.push('broker');
  }
  if (isOffice(actor, engagement)) all.push('bureau');
  if (hasRole(actor, 'enterprise') && organizationId === engagement.enterpriseId) {
    all.push('enterprise');
  }
  if (hasRole(actor, 'institute') && organizationId === engagement.instituteId) {
    all.push('institute');
  }
  return all;
}

const isLead = (actor: Actor, { brokerId }: Pick<Engagement, 'brokerId'>) => actor.id === brokerId;

const isOffice = (actor: Actor, { needDistrict }: Pick<Engagement, 'needDistrict'>) =>
  hasRole(actor, 'bureau', 'admin') && actor.district === needDistrict;

/** Reads what is the brokers' own: notes, shares. */
export const isInside = (actor: Actor, engagement: Parties): boolean =>
  sidesOf(actor, engagement).some((side) => ['broker', 'bureau', 'system'].includes(side));

/** What each side may do; `lead` is the lead broker, `broker` any broker with a share as well. */
const allowed = {
  stage: ['lead', 'bureau'],
  end: ['lead', 'bureau', 'enterprise', 'institute'],
  update: ['lead', 'bureau'],
  meet: ['broker', 'bureau'],
  contact: ['broker', 'bureau'],
  finish_step: ['broker', 'bureau', 'enterprise', 'institute'],
  plan_visits: ['broker', 'bureau'],
  report_visit: ['broker', 'bureau', 'institute'],
  state_outcome: ['broker', 'bureau', 'enterprise', 'institute'],
  sign_for_enterprise: ['lead', 'bureau', 'enterprise'],
  sign_for_institute: ['lead', 'bureau', 'institute'],
  attach_nda: ['lead', 'bureau', 'enterprise', 'institute'],
  attach: ['broker', 'bureau', 'enterprise', 'institute'],
} as const satisfies Record<string, readonly (ActorSide | 'lead')[]>;
export type EngagementAction = keyof typeof allowed;
export const engagementActions = Object.keys(allowed) as EngagementAction[];

/** Who may do what on an engagement in sight. */
export function canEngagement(actor: Actor, action: EngagementAction, subject: Parties): boolean {
  const some: (ActorSide | 'lead')[] = sidesOf(actor, subject);
  if (some.includes('system')) return true;
  if (isLead(actor, subject)) some.push('lead');
  return some.some((side) => (allowed[action] as readonly string[]).includes(side));
}

/** A next step is done by the side that owes it, or by a broker or the bureau for that side. */
export const mayFinishStep = (
  actor: Actor,
  subject: Parties,
  { ownerSide }: Pick<NextStep, 'ownerSide'>,
): boolean =>
  sidesOf(actor, subject).some((side) => side === ownerSide) ||
  canEngagement(actor, 'meet', subject);

export const canBeEngaged = ({ status }: Pick<Need, 'status'>): boolean =>
  status === 'open' || status === 'engaged';

/** Who may bring a need and an institute together: its lead broker, or its district's office. */
export const canEngage = (
  actor: Actor,
  need: Pick<Need, 'district'>,
  leadId: string | undefined,
): boolean =>
  hasRole(actor, 'system') ||
  actor.id === leadId ||
  (hasRole(actor, 'bureau') && actor.district === need.district);

/**
 * Whether the institute's side may know who the enterprise is: at once when the name is public;
 * from the first meeting when it is `assigned`; and with an NDA that both have signed in any case,
 * since that paper names them both (ADR 0010).
 */
function instituteKnowsEnterprise(
  engagement: Pick<Engagement, 'met' | 'ndas'>,
  need: Pick<Need, 'confidential'>,
): boolean {
  const layer = layerOf(need, 'organization');
  if (layer === 'public' || hasSignedNda(engagement)) return true;
  return layer === 'assigned' && engagement.met === true;
}

/** The same of an actor: its brokers, the need's office and the enterprise itself know anyhow. */
export const knowsEnterprise = (
  actor: Actor,
  engagement: Parties & Pick<Engagement, 'met' | 'ndas'>,
  need: Pick<Need, 'confidential'>,
): boolean =>
  isInside(actor, engagement) ||
  sidesOf(actor, engagement).includes('enterprise') ||
  instituteKnowsEnterprise(engagement, need);
