import { Alert, Badge, Group, Progress, Stack, Text } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { NeedAnswer } from '../../../api/needs.ts';
import { dateText } from '../../../kit/dates.ts';
import { DueDate } from '../../../kit/due-date.tsx';
import { Facts } from '../../../kit/facts.tsx';
import { listText } from '../../../kit/list-text.ts';
import { MoneyText } from '../../../kit/money-text.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { LayerBadge } from './need-text.tsx';

/** Whom everybody waits for. */
export function NeedTurn({ need }: { need: NeedAnswer }) {
  const { t, word } = useText();
  const { turn } = need;
  if (!turn) return null;
  return (
    <Alert role="note" color="blue" py="xs" icon={<IconHourglass size={18} aria-hidden />}>
      <Group gap="sm" justify="space-between">
        <Text size="sm">
          {t.desk.need.turnText(word('turnSides', turn.side), word('turnActions', turn.action))}
        </Text>
        {turn.due && <DueDate due={turn.due} />}
      </Group>
    </Alert>
  );
}

/** How clear a need is, and what it does not say yet; for those who read all of it. */
export function Clarity({ clarity }: Pick<NeedAnswer, 'clarity'>) {
  const { t, word, language } = useText();
  if (!clarity) return null;
  const { score, missing } = clarity;
  return (
    <Stack gap={4}>
      <Group gap="xs" wrap="nowrap">
        <Text size="xs" c="dimmed">
          {t.desk.need.clarity}
        </Text>
        <Progress
          value={score}
          size={8}
          w={96}
          color={score >= 80 ? 'teal.7' : score >= 50 ? 'yellow.7' : 'orange.7'}
          aria-label={t.desk.need.clarity}
        />
        <Text size="sm" fw={600} className="numbers">
          {t.desk.need.clarityScore(score)}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {missing.length === 0
          ? t.desk.need.complete
          : t.desk.need.missing(
              listText(
                missing.map((part) => word('clarityParts', part)),
                language,
              ),
            )}
      </Text>
    </Stack>
  );
}

/** The smaller facts of a need. */
export function NeedFacts({ need }: { need: NeedAnswer }) {
  const { t, word, language } = useText();
  const texts = t.desk.need;
  const layered = (field: Parameters<typeof LayerBadge>[0]['field'], value: ReactNode) =>
    value && (
      <Group gap={6}>
        {value}
        <LayerBadge need={need} field={field} />
      </Group>
    );
  const { vetting, onBehalf, duplicates } = need;
  return (
    <Facts
      facts={[
        [texts.enterprise, layered('organization', need.organization?.name)],
        [texts.budget, layered('budgetFen', need.budgetFen && <MoneyText fen={need.budgetFen} />)],
        [texts.deadline, layered('deadline', need.deadline && dateText(need.deadline, language))],
        [
          texts.modes,
          layered(
            'cooperationModes',
            listText(
              need.cooperationModes?.map((mode) => word('cooperationModes', mode)),
              language,
            ),
          ),
        ],
        [texts.industry, layered('industry', need.industry)],
        [texts.validity, need.expiresOn && dateText(need.expiresOn, language)],
        [texts.submitted, need.submittedAt && dateText(need.submittedAt, language)],
        [
          texts.onBehalf,
          onBehalf &&
            (onBehalf.confirmedAt
              ? texts.confirmedAt(dateText(onBehalf.confirmedAt, language))
              : texts.notConfirmed),
        ],
        [texts.externalId, need.externalId],
        [
          texts.vetting,
          vetting && (
            <Stack gap={2}>
              <Group gap={6}>
                <Badge color={vetting.decision === 'accepted' ? 'green' : 'red'}>
                  {word('vetDecisions', vetting.decision)}
                </Badge>
                {vetting.code && <Text size="sm">{word('decisionCodes', vetting.code)}</Text>}
                <Text size="xs" c="dimmed">
                  {dateText(vetting.at, language)}
                </Text>
              </Group>
              {vetting.note && <Text size="sm">{vetting.note}</Text>}
            </Stack>
          ),
        ],
        [
          texts.duplicates,
          duplicates && duplicates.length > 0 && (
            <Stack gap={2}>
              {duplicates.map(({ id, similarity }) => (
                <Link key={id} to={`/needs/${id}`} className="text-link">
                  {texts.similarity(Math.round(similarity * 100))}
                </Link>
              ))}
            </Stack>
          ),
        ],
      ]}
    />
  );
}
