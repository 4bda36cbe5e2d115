import type { IdKind, OrganizationKind, Tier } from '../../../../vocabulary.ts';
import type {
  OrganizationAnswer,
  OrganizationChange,
  OrganizationInput,
} from '../../../api/organizations.ts';

/** An organization as a form holds it: what is not there is empty. */
export interface OrganizationValues {
  [name: string]: string;
  kind: string;
  name: string;
  idKind: string;
  creditCode: string;
  country: string;
  district: string;
  industry: string;
  tier: string;
  externalId: string;
}

export const noValues = (district: string): OrganizationValues => ({
  kind: 'enterprise',
  name: '',
  idKind: 'credit_code',
  creditCode: '',
  country: '',
  district,
  industry: '',
  tier: '',
  externalId: '',
});

export const organizationValues = (one: OrganizationAnswer): OrganizationValues => ({
  kind: one.kind,
  name: one.name,
  idKind: one.idKind ?? 'credit_code',
  creditCode: one.creditCode ?? '',
  country: one.country ?? '',
  district: one.district,
  industry: one.industry ?? '',
  tier: one.tier ?? '',
  externalId: one.externalId ?? '',
});

const optional = ['creditCode', 'country', 'industry', 'tier', 'externalId'] as const;

/** What a home number needs no word of is left out: it says so by itself. */
export function organizationBody(values: OrganizationValues): OrganizationInput {
  const some = optional.flatMap((name) => {
    const value = values[name]!.trim();
    return value === '' ? [] : [[name, value]];
  });
  return {
    kind: values.kind as OrganizationKind,
    name: values.name.trim(),
    district: values.district.trim(),
    ...(values.idKind !== 'credit_code' && { idKind: values.idKind as IdKind }),
    ...Object.fromEntries(some),
  };
}

/** Only what differs from what the form began with; emptied fields are taken away. */
export function organizationChange(
  was: OrganizationValues,
  values: OrganizationValues,
): OrganizationChange {
  const changed = Object.keys(was).filter((name) => values[name]!.trim() !== was[name]);
  return Object.fromEntries(
    changed.map((name) => [name, values[name]!.trim() || null]),
  ) as OrganizationChange & { tier?: Tier | null };
}
