import type { EditField } from '../../../kit/stale-comparison.tsx';
import { useText } from '../../../texts/use-text.tsx';
import type { OrganizationValues } from './organization-values.ts';

/** What two versions of an organization are compared by, in words. */
export function useOrganizationDifferences(): EditField<OrganizationValues>[] {
  const { t, word } = useText();
  const texts = t.organizations;
  const names: Record<string, string> = {
    kind: texts.kind,
    name: texts.name,
    idKind: texts.idKind,
    creditCode: texts.code,
    country: texts.country,
    district: texts.district,
    industry: texts.industry,
    tier: texts.tier,
    externalId: texts.externalId,
  };
  const told: Record<string, (code: string) => string> = {
    kind: (code) => word('organizationKinds', code),
    idKind: (code) => word('idKinds', code),
    tier: (code) => word('tiers', code),
  };
  return Object.entries(names).map(([key, name]) => ({
    name,
    keys: [key],
    show: ({ [key]: value = '' }) => (value === '' ? '' : (told[key]?.(value) ?? value)),
  }));
}
