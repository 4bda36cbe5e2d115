import { Alert, Group, Paper, Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isUnusualRatio } from '../../../../features/agreements/agreement-rules.ts';
import { agreementRuleOn } from '../../../../features/settings/settings.ts';
import { settings } from '../../../api/settings.ts';
import { today } from '../../../kit/dates.ts';
import { money } from '../../../kit/money.ts';
import { useText } from '../../../texts/use-text.tsx';
import { type AgreementValues, technologyValueOf } from './agreement-values.ts';

const percent = (ratio: number) => `${Math.round(ratio * 1000) / 10}%`;

/** 技术交易额, reckoned from what is typed, with its part of the whole and what is unusual in it. */
export function TechnologyValue({ values, error }: { values: AgreementValues; error: ReactNode }) {
  const { t, language } = useText();
  const texts = t.agreements.form;
  const rules = useQuery(settings.list()).data;
  const { contractValueFen, signedAt } = values;
  const technologyValueFen = technologyValueOf(values);
  const known = technologyValueFen !== null && contractValueFen !== null;
  const ratio = known && contractValueFen > 0 ? technologyValueFen / contractValueFen : 0;
  const rule = rules && agreementRuleOn(rules, signedAt || today());
  const unusual =
    rule &&
    known &&
    technologyValueFen >= 0 &&
    isUnusualRatio({ contractValueFen, technologyValueFen }, rule);
  return (
    <Paper withBorder p="sm" role="group" aria-label={texts.technologyValue}>
      <Group justify="space-between" align="baseline">
        <div>
          <Text fw={600} size="sm">
            {texts.technologyValue}
          </Text>
          <Text size="xs" c="dimmed">
            {texts.computed}
          </Text>
        </div>
        <output className="numbers" aria-live="polite">
          {known ? (
            <Text component="span" fz="xl" fw={700} {...(technologyValueFen < 0 && { c: 'red' })}>
              {money(technologyValueFen, language)}
            </Text>
          ) : (
            <Text component="span" size="sm" c="dimmed">
              {texts.notYet}
            </Text>
          )}{' '}
          {known && contractValueFen > 0 && technologyValueFen >= 0 && (
            <Text component="span" size="sm" c="dimmed">
              {texts.ratio(percent(ratio))}
            </Text>
          )}
        </output>
      </Group>
      {known && (
        <Progress
          mt={6}
          aria-label={texts.technologyValue}
          value={Math.max(0, Math.min(100, ratio * 100))}
          color={unusual ? 'yellow.6' : 'teal.7'}
        />
      )}
      {known && technologyValueFen < 0 && <Fault color="red">{texts.tooMuch}</Fault>}
      {unusual && (
        <Fault color="yellow">
          {texts.unusual(percent(rule.usualRatio.low), percent(rule.usualRatio.high))}
        </Fault>
      )}
      {error && !(known && technologyValueFen < 0) && <Fault color="red">{error}</Fault>}
    </Paper>
  );
}

function Fault({ color, children }: { color: string; children: ReactNode }) {
  return (
    <Alert color={color} mt="xs" py={6} role="status">
      {children}
    </Alert>
  );
}
