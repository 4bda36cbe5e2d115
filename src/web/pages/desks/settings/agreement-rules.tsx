import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { SettingsAnswer } from '../../../api/settings.ts';
import { dateText } from '../../../kit/dates.ts';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { RuleTable } from './rule-table.tsx';
import { useRules } from './use-rules.ts';

const RuleDialog = lazy(async () => ({ default: (await import('./rule-dialog.tsx')).RuleDialog }));

type Rule = SettingsAnswer['agreementRules'][number];

/** Rules of registration by date, and ways to add one or to take away one that is still to come. */
export function AgreementRules({ settings }: { settings: SettingsAnswer }) {
  const { t, language } = useText();
  const texts = t.desks.settings;
  const [adding, setAdding] = useState(false);
  const edit = useRules(settings);
  const may = settings.actions.includes('update');
  const rules = settings.agreementRules;
  const remove = ({ effectiveFrom }: Rule) => (
    <Button
      size="xs"
      variant="default"
      aria-label={texts.removeRule(dateText(effectiveFrom, language))}
      onClick={() => edit.save(rules.filter((one) => one.effectiveFrom !== effectiveFrom))}
    >
      {t.actions.remove}
    </Button>
  );
  return (
    <Paper component="section" withBorder p="md" aria-label={texts.rulesTitle}>
      <Group justify="space-between" mb="xs">
        <Group gap="xs">
          <Title order={2} size="h4">
            {texts.rulesTitle}
          </Title>
          {settings.changed.includes('agreementRules') && (
            <Badge color="yellow">{texts.changedMark}</Badge>
          )}
        </Group>
        {may && (
          <Group gap="xs">
            {settings.changed.includes('agreementRules') && (
              <Button
                size="xs"
                variant="subtle"
                loading={edit.busy}
                aria-label={texts.resetOf(texts.rulesTitle)}
                onClick={() => edit.save(null)}
              >
                {texts.reset}
              </Button>
            )}
            <Button size="xs" variant="default" onClick={() => setAdding(true)}>
              {texts.addRule}
            </Button>
          </Group>
        )}
      </Group>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {texts.rulesText}
        </Text>
        <RuleTable rules={rules} label={texts.rulesTitle} action={may ? remove : undefined} />
        {edit.error && <FailureNote error={edit.error} title={texts.rulesTitle} />}
        {edit.stale && <Text role="alert">{texts.rulesStale}</Text>}
      </Stack>
      <Suspense>
        {adding && <RuleDialog settings={settings} onClose={() => setAdding(false)} />}
      </Suspense>
    </Paper>
  );
}
