import type { OrganizationAnswer } from '../../../api/organizations.ts';
import type { Difference } from '../../../kit/stale-comparison.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { type OrganizationValues, organizationValues } from './organization-values.ts';

/** What differs between a form and the newest version, in words. */
export function useOrganizationDifferences() {
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
  return (yours: OrganizationValues, newest: OrganizationAnswer): Difference[] => {
    const theirs = organizationValues(newest);
    const say = (name: string, value: string) =>
      value === '' ? t.states.none : (told[name]?.(value) ?? value);
    return Object.keys(names)
      .filter((name) => yours[name] !== theirs[name])
      .map((name) => ({
        name: names[name]!,
        yours: say(name, yours[name]!),
        theirs: say(name, theirs[name]!),
      }));
  };
}
