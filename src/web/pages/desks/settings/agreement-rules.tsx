import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { addDays } from '../../../../calendar/dates.ts';
import type { SettingsAnswer } from '../../../api/settings.ts';
import { dateText, today } from '../../../kit/dates.ts';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { MoneyText } from '../../../kit/money-text.tsx';
import { type Column, Rows } from '../../../kit/rows.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { useRules } from './use-rules.ts';

const RuleDialog = lazy(async () => ({ default: (await import('./rule-dialog.tsx')).RuleDialog }));

type Rule = SettingsAnswer['agreementRules'][number];
interface DatedRule extends Rule {
  /** The last day; none for the last rule. */
  until?: string | undefined;
}

/** Rules of registration by date: which one counts when; the newest on top. */
export function AgreementRules({ settings }: { settings: SettingsAnswer }) {
  const { t, language } = useText();
  const texts = t.desks.settings;
  const [adding, setAdding] = useState(false);
  const edit = useRules(settings);
  const may = settings.actions.includes('update');
  const rules = settings.agreementRules;
  const now = today();
  const dated: DatedRule[] = rules.map((rule, at) => {
    const next = rules[at + 1];
    return { ...rule, until: next && addDays(next.effectiveFrom, -1) };
  });
  const state = ({ effectiveFrom, until }: DatedRule) =>
    effectiveFrom > now ? 'later' : until !== undefined && until < now ? 'past' : 'now';
  const columns: Column<DatedRule>[] = [
    {
      name: texts.applies,
      head: true,
      show: (rule) => (
        <Group gap="xs">
          <Text size="sm" fw={500}>
            {texts.period(
              dateText(rule.effectiveFrom, language),
              rule.until && dateText(rule.until, language),
            )}
          </Text>
          <Badge color={{ now: 'green', later: 'blue', past: 'gray' }[state(rule)]}>
            {texts.ruleStates[state(rule)]}
          </Badge>
        </Group>
      ),
    },
    { name: texts.term, show: (rule) => texts.days(rule.registrationWorkingDays) },
    {
      name: texts.longTerm,
      show: (rule) => (
        <>
          {texts.days(rule.longRegistrationWorkingDays)} {texts.longFrom}{' '}
          <MoneyText fen={rule.longRegistrationFromFen} />
        </>
      ),
    },
    {
      name: texts.ratio,
      show: ({ usualRatio: { low, high } }) =>
        `${Math.round(low * 100)}%–${Math.round(high * 100)}%`,
    },
    ...(may
      ? [
          {
            name: t.desks.registration.action,
            show: (rule: DatedRule) =>
              state(rule) === 'later' && (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={texts.removeRule(dateText(rule.effectiveFrom, language))}
                  onClick={() =>
                    edit.save(
                      rules.filter(({ effectiveFrom }) => effectiveFrom !== rule.effectiveFrom),
                    )
                  }
                >
                  {t.actions.remove}
                </Button>
              ),
          },
        ]
      : []),
  ];
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
        <Rows
          label={texts.rulesTitle}
          rows={dated.toReversed()}
          columns={columns}
          keyOf={({ effectiveFrom }) => effectiveFrom}
        />
        {edit.error && <FailureNote error={edit.error} title={texts.rulesTitle} />}
        {edit.stale && <Text role="alert">{texts.rulesStale}</Text>}
      </Stack>
      <Suspense>
        {adding && <RuleDialog settings={settings} onClose={() => setAdding(false)} />}
      </Suspense>
    </Paper>
  );
}
