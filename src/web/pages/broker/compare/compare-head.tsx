import { CloseButton, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { EngagementAnswer } from '../../../api/engagements.ts';
import type { NeedAnswer } from '../../../api/needs.ts';
import { Passages } from '../../../kit/passages.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { Decisions } from '../matches/decisions.tsx';
import { MatchButtons } from '../matches/match-buttons.tsx';
import { capabilitySpansIn } from '../matches/spans.ts';
import type { useDecide } from '../matches/use-decide.tsx';
import type { Compared } from './compare-page.tsx';

/** What a column is about, and the decision about it. */
export function CompareHead({
  need,
  compared: { capability, match },
  decide,
  engaged,
  onRemove,
}: {
  need: NeedAnswer;
  compared: Compared;
  decide: ReturnType<typeof useDecide>;
  engaged: EngagementAnswer | undefined;
  onRemove(): void;
}) {
  const { t } = useText();
  const { id, title } = capability;
  return (
    <Stack gap="xs" fw={400}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap={4}>
        <Link to={`/capabilities/${id}`} className="text-link">
          <Text span fw={600}>
            <Passages text={title} spans={capabilitySpansIn(match.reasons, 'title')} />
          </Text>
        </Link>
        <CloseButton
          size="sm"
          onClick={onRemove}
          aria-label={`${t.desk.matches.uncompare}: ${title}`}
        />
      </Group>
      <Text size="sm">{capability.institute.name}</Text>
      <Decisions decisions={match.decisions} />
      <MatchButtons
        match={match}
        pair={{ id: match.id, needId: need.id, capability: match.capability }}
        decide={decide}
        mayEngage={need.actions.includes('engage')}
        engaged={engaged}
      />
    </Stack>
  );
}
