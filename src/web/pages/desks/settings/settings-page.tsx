import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { districtSettings, type SettingsAnswer } from '../../../api/settings.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { instantText } from '../../../kit/dates.ts';
import { Page } from '../../../kit/page.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { HistoryLink } from '../audit/history-link.tsx';
import { AgreementRules } from './agreement-rules.tsx';
import { ClockForm } from './clock-form.tsx';
import { CodeTables } from './code-tables.tsx';

/** What the district works by: clocks, dated rules, and the words of every code. */
export function SettingsPage() {
  const { t } = useText();
  const { district } = usePerson();
  const query = useQuery(districtSettings.one(district));
  return (
    <Page title={t.shell.nav.settings} description={t.desks.settings.description}>
      <QueryView query={query}>{(settings) => <Parts settings={settings} />}</QueryView>
    </Page>
  );
}

function Parts({ settings }: { settings: SettingsAnswer }) {
  const { t, language } = useText();
  const texts = t.desks.settings;
  const { updatedAt, changed } = settings;
  return (
    <Stack gap="lg">
      <Stack gap={2}>
        <Text size="sm">
          {changed.length > 0 ? texts.changedCount(changed.length) : texts.allDefault}
          {updatedAt && ` · ${texts.changedOn(instantText(updatedAt, language))}`}
        </Text>
        <Group gap="md">
          {settings.revision > 0 && <HistoryLink subject={settings.id} />}
          <Anchor component={Link} to="/settings/rankers" size="sm">
            {t.desks.rankers.link}
          </Anchor>
        </Group>
      </Stack>
      <ClockForm settings={settings} />
      <AgreementRules settings={settings} />
      <CodeTables vocabulary={settings.vocabulary} />
    </Stack>
  );
}
