import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { type OrganizationAnswer, organizations } from '../../../api/organizations.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { dateText } from '../../../kit/dates.ts';
import { Facts } from '../../../kit/facts.tsx';
import { Page } from '../../../kit/page.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { regionName } from '../../../kit/region-name.ts';
import type { Language } from '../../../texts/language.ts';
import { useText } from '../../../texts/use-text.tsx';
import { HistoryLink } from '../audit/history-link.tsx';
import { OrganizationAgreements, OrganizationNeeds, OrganizationPeople } from './related.tsx';
import { TierHistory } from './tier-history.tsx';

/** One organization, and what hangs on it. */
export function OrganizationPage() {
  const { t } = useText();
  const { id = '' } = useParams();
  const query = useQuery(organizations.one(id));
  const back = { to: '/organizations', label: t.shell.nav.organizations };
  if (!query.data) {
    return (
      <Page title={t.shell.nav.organizations} back={back}>
        <QueryView query={query}>{() => null}</QueryView>
      </Page>
    );
  }
  const one = query.data;
  return (
    <Page
      title={one.name}
      back={back}
      aside={<CodeBadge table="organizationKinds" code={one.kind} />}
      actions={
        one.actions.includes('update') && (
          <Button variant="default" component={Link} to={`/organizations/${id}/edit`}>
            {t.actions.edit}
          </Button>
        )
      }
    >
      <OrganizationFacts one={one} />
    </Page>
  );
}

function OrganizationFacts({ one }: { one: OrganizationAnswer }) {
  const { t, word, language } = useText();
  const texts = t.organizations;
  const person = usePerson();
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <Facts
          cols={3}
          facts={[
            [word('idKinds', one.idKind ?? 'credit_code'), one.creditCode ?? t.states.none],
            [texts.country, one.country],
            [texts.district, districtText(one.district, language)],
            [texts.industry, one.industry],
            [texts.tier, one.tier && word('tiers', one.tier)],
            [texts.externalId, one.externalId],
            [texts.enteredOn, dateText(one.createdAt, language)],
          ]}
        />
        <div>
          <HistoryLink subject={one.id} district={one.district} />
        </div>
      </Stack>
      {one.kind === 'enterprise' && one.district === person.district && person.may('see_audit') && (
        <TierHistory id={one.id} now={one.tier} />
      )}
      {one.kind === 'enterprise' && <OrganizationNeeds id={one.id} />}
      <OrganizationAgreements id={one.id} />
      {person.may('see_users') && <OrganizationPeople id={one.id} />}
    </Stack>
  );
}

/** With the code, which a name alone does not tell. */
function districtText(code: string, language: Language): string {
  const name = regionName(code, language);
  return name.endsWith(code) ? name : `${name} ${code}`;
}
