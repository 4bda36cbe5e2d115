import { type Actor, hasRole } from '../../access/actor.ts';
import type { Stored } from '../../store/stored.ts';
import type { IdKind, OrganizationKind, Tier } from '../../vocabulary.ts';

/** An enterprise (企业), research institute (高校院所) or service platform (服务平台). */
export interface Organization extends Stored {
  kind: OrganizationKind;
  name: string;
  /** Unified social credit code, GB 32100-2015. */
  creditCode?: string;
  /** What identifies it: a credit code, a foreign registration, or a person's document. */
  idKind?: IdKind;
  /** ISO 3166-1 alpha-2; absent means CN. */
  country?: string;
  district: string;
  /** GB/T 4754 class, such as `C3670`. */
  industry?: string;
  tier?: Tier;
  externalId?: string;
}

type Action = 'create' | 'update';

/** Who may do what; members may keep their own organization's data, the bureau its district's. */
export function canOrganization(actor: Actor, action: Action, subject: Partial<Organization>) {
  if (hasRole(actor, 'system', 'admin')) return true;
  if (hasRole(actor, 'bureau') && subject.district === actor.district) return true;
  if (action === 'update')
    return subject._id === actor.organizationId && hasRole(actor, 'enterprise', 'institute');
  return false;
}

/**
 * Only the bureau grades firms and says who they are: a member cannot raise its own tier or move
 * district, and with another firm's credit code it would become a party to that firm's agreements.
 */
export const gradedByBureau = [
  'tier',
  'district',
  'kind',
  'creditCode',
  'idKind',
  'country',
] as const;
