import { Badge, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { addDays } from '../../../../calendar/dates.ts';
import type { SettingsAnswer } from '../../../api/settings.ts';
import { dateText, today } from '../../../kit/dates.ts';
import { MoneyText } from '../../../kit/money-text.tsx';
import { type Column, Rows } from '../../../kit/rows.tsx';
import { useText } from '../../../texts/use-text.tsx';

type Rule = SettingsAnswer['agreementRules'][number];
interface DatedRule extends Rule {
  /** The last day; none for the last rule. */
  until?: string | undefined;
}

/** Rules of registration by date: which one counts when; the newest on top. */
export function RuleTable({
  rules,
  label,
  action,
}: {
  rules: readonly Rule[];
  label: string;
  /** What may be done with a rule that is still to come. */
  action?: ((rule: Rule) => ReactNode) | undefined;
}) {
  const { t, language } = useText();
  const texts = t.desks.settings;
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
          {texts.days(rule.longRegistrationWorkingDays)}
          {texts.longFrom} <MoneyText fen={rule.longRegistrationFromFen} />
        </>
      ),
    },
    {
      name: texts.ratio,
      show: ({ usualRatio: { low, high } }) =>
        `${Math.round(low * 100)}%–${Math.round(high * 100)}%`,
    },
    ...(action
      ? [
          {
            name: t.desks.registration.action,
            show: (rule: DatedRule) => state(rule) === 'later' && action(rule),
          },
        ]
      : []),
  ];
  return (
    <Rows
      label={label}
      rows={dated.toReversed()}
      columns={columns}
      keyOf={({ effectiveFrom }) => effectiveFrom}
    />
  );
}
