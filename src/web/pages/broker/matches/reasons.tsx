import { Box, Group, Text } from '@mantine/core';
import type { NeedMatch } from '../../../api/matches.ts';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { PlainList } from '../../../kit/plain-list.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { reasonWords } from './reason-words.ts';

/** Each reason with its share, weightiest first; indicators stand apart. */
export function Reasons({ reasons }: { reasons: NeedMatch['reasons'] }) {
  const texts = useText();
  return (
    <PlainList gap={2}>
      {reasons
        .filter(({ kind }) => kind !== 'indicator')
        .map((reason) => (
          <Group
            key={reason.kind + reason.text}
            component="li"
            justify="space-between"
            wrap="nowrap"
            gap="sm"
          >
            <Text size="sm">{reasonWords(reason, texts)}</Text>
            <Text size="sm" c="dimmed" className="numbers">
              {Math.round(reason.share * 100)}%
            </Text>
          </Group>
        ))}
    </PlainList>
  );
}

/** What the need asks in numbers, and whether the capability says that it gets there. */
export function IndicatorChecks({ match }: { match: Pick<NeedMatch, 'indicators' | 'reasons'> }) {
  const { t } = useText();
  // The service tells both in the same order.
  const told = match.reasons.filter(({ kind }) => kind === 'indicator');
  return (
    <PlainList gap={4}>
      {match.indicators.map(({ name, satisfaction }, at) => {
        const text = told[at]?.text ?? '';
        const asked = /“(.+?)”/.exec(text)?.[1] ?? name;
        const given = /成果给出\s*([^，]+)/.exec(text)?.[1];
        return (
          <Group key={`${name}${at}`} component="li" gap="xs" wrap="nowrap" align="baseline">
            <Box style={{ flexShrink: 0 }}>
              <CodeBadge table="satisfactions" code={satisfaction} />
            </Box>
            <Text size="sm">
              {asked}
              {given && (
                <Text span size="sm" c="dimmed">
                  {' '}
                  {t.desk.matches.given(given)}
                </Text>
              )}
            </Text>
          </Group>
        );
      })}
    </PlainList>
  );
}
