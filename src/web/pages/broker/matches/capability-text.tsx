import { Badge, Group, Stack, Text } from '@mantine/core';
import type { CapabilityAnswer } from '../../../api/capabilities.ts';
import type { NeedMatch } from '../../../api/matches.ts';
import { Passages } from '../../../kit/passages.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { capabilitySpansIn } from './spans.ts';

/** What a capability says, with what meets the need marked. */
export function CapabilityText({
  capability,
  reasons,
}: {
  capability: CapabilityAnswer;
  reasons: NeedMatch['reasons'];
}) {
  const { t } = useText();
  return (
    <Stack gap="xs">
      <Text size="sm" lh={1.65} component="div">
        <Passages text={capability.abstract} spans={capabilitySpansIn(reasons, 'abstract')} />
      </Text>
      {capability.keywords.length > 0 && (
        <Group component="ul" gap={4} m={0} p={0} aria-label={t.desk.matches.keywords}>
          {capability.keywords.map((keyword, at) => (
            <Badge key={keyword} component="li" color="gray" fw={400}>
              <Passages text={keyword} spans={capabilitySpansIn(reasons, `keywords.${at}`)} />
            </Badge>
          ))}
        </Group>
      )}
    </Stack>
  );
}
