import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { NeedAnswer } from '../../../api/needs.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { listText } from '../../../kit/list-text.ts';
import { Passages } from '../../../kit/passages.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { IpLines, RecordLine, StageLine } from '../matches/capability-facts.tsx';
import { CapabilityText } from '../matches/capability-text.tsx';
import { IndicatorChecks, Reasons } from '../matches/reasons.tsx';
import { ShareBar } from '../matches/share-bar.tsx';
import { needSpansIn } from '../matches/spans.ts';
import type { Compared } from './compare-page.tsx';

/** What capabilities are compared by, in the order in which one asks. */
export function useCompareRows(
  need: NeedAnswer,
): { name: string; show(compared: Compared): ReactNode }[] {
  const { t, word, language } = useText();
  const { matches, compare } = t.desk;
  const seesRecord = usePerson().is('broker', 'bureau', 'admin');
  const rows: { name: string; show(compared: Compared): ReactNode; if?: boolean }[] = [
    {
      name: matches.score,
      show: ({ match }) => (
        <Stack gap={6}>
          <Group gap="xs">
            <Text fw={700} size="lg" className="numbers">
              {Math.round(match.score * 100)}
            </Text>
            <CodeBadge table="bands" code={match.band} />
            <Text size="xs" c="dimmed">
              {match.rank > 0 ? matches.rank(match.rank) : matches.unranked}
            </Text>
          </Group>
          <ShareBar reasons={match.reasons} />
        </Stack>
      ),
    },
    {
      name: matches.indicatorsTitle,
      if: (need.indicators?.length ?? 0) > 0,
      show: ({ match }) => <IndicatorChecks match={match} />,
    },
    {
      name: compare.needPassages,
      show: ({ match: { reasons } }) => (
        <Text size="sm" lh={1.6} component="div">
          {need.title && (
            <Text size="sm" fw={600} component="div">
              <Passages text={need.title} spans={needSpansIn(reasons, 'title')} />
            </Text>
          )}
          <Passages text={need.problem ?? ''} spans={needSpansIn(reasons, 'problem')} />
        </Text>
      ),
    },
    {
      name: compare.capabilityPassages,
      show: ({ capability, match }) => (
        <CapabilityText capability={capability} reasons={match.reasons} />
      ),
    },
    { name: matches.why, show: ({ match }) => <Reasons reasons={match.reasons} /> },
    {
      name: matches.stage,
      show: ({ capability }) => (
        <Text size="sm">
          <StageLine capability={capability} />
        </Text>
      ),
    },
    { name: matches.ip, show: ({ capability }) => <IpLines ip={capability.ip} /> },
    {
      name: matches.modes,
      show: ({ capability }) => (
        <Text size="sm">
          {listText(
            capability.cooperationModes.map((mode) => word('cooperationModes', mode)),
            language,
          )}
        </Text>
      ),
    },
    {
      name: matches.record,
      if: seesRecord,
      show: ({ capability }) => (
        <Text size="sm">
          <RecordLine instituteId={capability.organizationId} />
        </Text>
      ),
    },
  ];
  return rows.filter((row) => row.if !== false);
}
