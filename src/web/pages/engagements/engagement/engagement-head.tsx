import { Alert, Anchor, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { capabilities } from '../../../api/capabilities.ts';
import type { Engagement } from '../../../api/engagements.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { dateText } from '../../../kit/dates.ts';
import { DueDate } from '../../../kit/due-date.tsx';
import { Facts } from '../../../kit/facts.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { brokerName } from './broker-name.ts';
import { StageSteps } from './stage-steps.tsx';

/** Who, what, how far, and whose turn it is. */
export function EngagementHead({ engagement }: { engagement: Engagement }) {
  const { t, word, language } = useText();
  const texts = t.engagements.one;
  const { need, enterprise, institute, endCode, stageSince, stage, shares } = engagement;
  return (
    <Paper withBorder p="md">
      <Stack gap="md">
        {stage === 'ended' ? (
          <Alert color="red" py="xs">
            {texts.endedBecause(word('decisionCodes', endCode))} · {dateText(stageSince, language)}
          </Alert>
        ) : (
          <StageSteps stage={stage} />
        )}
        <Turn engagement={engagement} />
        <Facts
          cols={3}
          facts={[
            [
              texts.need,
              <Anchor key="need" component={Link} to={`/needs/${need.id}`} size="sm">
                {need.title ?? texts.openNeed}
              </Anchor>,
            ],
            [texts.enterprise, enterprise?.name ?? t.states.hidden],
            [texts.institute, institute.name],
            [texts.capability, <CapabilityName key="capability" id={engagement.capabilityId} />],
            [texts.broker, <BrokerName key="broker" engagement={engagement} />],
            [texts.nda, ndaState(engagement, texts)],
            [
              texts.shares,
              shares && shares.length > 0 && <Shares key="shares" engagement={engagement} />,
            ],
          ]}
        />
      </Stack>
    </Paper>
  );
}

function Turn({ engagement: { turn } }: { engagement: Engagement }) {
  const { t, word } = useText();
  const texts = t.engagements.one;
  const person = usePerson();
  if (!turn) return null;
  const mine = turn.side !== 'other' && turn.side !== 'system' && person.is(turn.side as 'broker');
  return (
    <Group gap="xs">
      <Text size="sm" fw={600}>
        {mine
          ? texts.yourTurn
          : t.engagements.timeline.named(texts.turn, word('turnSides', turn.side))}
      </Text>
      <CodeBadge table="turnActions" code={turn.action} />
      {turn.due && <DueDate due={turn.due} />}
    </Group>
  );
}

function BrokerName({ engagement }: { engagement: Engagement }) {
  const { t } = useText();
  const person = usePerson();
  const { brokerId } = engagement;
  if (!brokerId) return t.states.none;
  if (brokerId === person.id) return t.engagements.one.self(person.name);
  return brokerName(engagement, brokerId) ?? t.states.unknown;
}

function Shares({ engagement }: { engagement: Engagement }) {
  const { t } = useText();
  const person = usePerson();
  const { shares } = engagement;
  if (!shares || shares.length === 0) return t.states.none;
  const nameOf = (id: string) => (id === person.id ? person.name : brokerName(engagement, id));
  return shares
    .map(({ brokerId, percent }) => `${nameOf(brokerId) ?? brokerId} ${percent}%`)
    .join('、');
}

/** Only those may read it who may read the capability. */
function CapabilityName({ id }: { id: string | undefined }) {
  const { t } = useText();
  const { data } = useQuery({ ...capabilities.one(id ?? ''), enabled: id !== undefined });
  if (!id) return t.engagements.one.noCapability;
  return (
    <Anchor component={Link} to={`/capabilities/${id}`} size="sm">
      {data?.title ?? t.engagements.one.capability}
    </Anchor>
  );
}

function ndaState(
  { ndas }: Engagement,
  texts: { ndaSigned: string; ndaHalf: string; ndaNone: string },
): string {
  if (ndas.some(({ signed }) => signed)) return texts.ndaSigned;
  return ndas.length > 0 ? texts.ndaHalf : texts.ndaNone;
}
