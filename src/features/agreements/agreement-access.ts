import { type Actor, hasRole } from '../../access/actor.ts';
import { any, type Filter } from '../../store/filter.ts';
import type { AgreementSide } from '../../vocabulary.ts';
import type { Agreement, AgreementStep, Turn } from './agreement.ts';

/** What an actor is to an agreement; one person may be several things. */
export type Standing = AgreementSide | 'lead' | 'office' | 'system';

export type AgreementAction = AgreementStep | 'create';

type Subject = Pick<Agreement, 'seller' | 'buyer' | 'brokerIds' | 'districts'>;

/** Who may do what. Registration is the seller's affair, the register's entries are the office's. */
const allowed: Record<AgreementAction, readonly Standing[]> = {
  create: ['seller', 'buyer', 'lead', 'office'],
  update: ['seller', 'buyer', 'lead', 'office'],
  sign: ['seller', 'buyer', 'lead', 'office'],
  confirm: ['seller', 'buyer'],
  apply: ['seller', 'buyer', 'lead', 'office'],
  register: ['office'],
  change: ['office'],
  pay: ['seller', 'buyer', 'lead', 'office'],
  distinguish: ['office'],
  deregister: ['office'],
  revoke: ['office'],
};

/** The sides for which the actor speaks. */
export function sidesOf(
  actor: Actor,
  subject: Pick<Agreement, 'seller' | 'buyer'>,
): AgreementSide[] {
  const { organizationId } = actor;
  if (organizationId === undefined || !hasRole(actor, 'enterprise', 'institute')) return [];
  const own = (side: AgreementSide) => subject[side].organizationId === organizationId;
  return (['seller', 'buyer'] as const).filter(own);
}

function standings(actor: Actor, subject: Subject): Standing[] {
  const found: Standing[] = sidesOf(actor, subject);
  if (hasRole(actor, 'broker') && subject.brokerIds.includes(actor.id)) found.push('lead');
  if (hasRole(actor, 'bureau', 'admin') && subject.districts.includes(actor.district)) {
    found.push('office');
  }
  if (hasRole(actor, 'system')) found.push('system');
  return found;
}

/** Whether the actor may do this to an agreement in sight. A confirmation is nobody else's to give. */
export function canAgreement(actor: Actor, action: AgreementAction, subject: Subject): boolean {
  const as = standings(actor, subject);
  if (as.includes('system') && action !== 'confirm') return true;
  return as.some((standing) => allowed[action].includes(standing));
}

/** Whether the actor speaks for the side that everyone else waits for. */
export function isTurnOf(actor: Actor, subject: Subject, { side, action }: Turn): boolean {
  const standing = side === 'broker' ? 'lead' : side === 'bureau' ? 'office' : side;
  return allowed[action].includes(standing) && standings(actor, subject).includes(standing);
}

/** Rows in sight: the parties' own, a lead broker's, and those that a district takes part in. */
export function visibleAgreements(actor: Actor): Filter {
  const { id, organizationId, district } = actor;
  if (hasRole(actor, 'system')) return {};
  const seen: Filter[] = [];
  if (hasRole(actor, 'bureau', 'admin')) seen.push({ districts: district });
  if (hasRole(actor, 'broker')) seen.push({ brokerIds: id });
  if (hasRole(actor, 'enterprise', 'institute') && organizationId) {
    seen.push({ organizationIds: organizationId });
  }
  return any(seen);
}
