import { Box, Group, Text, VisuallyHidden } from '@mantine/core';
import { type EngagementStage, engagementStages } from '../../../../vocabulary.ts';
import { useText } from '../../../texts/use-text.tsx';

const ladder: readonly EngagementStage[] = engagementStages.filter((stage) => stage !== 'ended');

/** How far an engagement has come. */
export function StageSteps({ stage }: { stage: EngagementStage }) {
  const { t, word } = useText();
  const at = ladder.indexOf(stage);
  return (
    <Group
      component="ol"
      aria-label={t.engagements.one.steps}
      gap={4}
      wrap="nowrap"
      p={0}
      m={0}
      style={{ listStyle: 'none' }}
    >
      {ladder.map((one, index) => (
        <Box
          key={one}
          component="li"
          flex={index === at ? '1 0 auto' : '1 1 0'}
          miw={0}
          aria-current={index === at ? 'step' : undefined}
        >
          <Box
            h={6}
            mb={4}
            style={{
              borderRadius: 3,
              background:
                index <= at
                  ? 'var(--mantine-color-teal-7)'
                  : 'light-dark(var(--mantine-color-gray-3), var(--mantine-color-dark-4))',
            }}
          />
          {index === at ? (
            <Text size="xs" fw={700}>
              {word('engagementStages', one)}
            </Text>
          ) : (
            <>
              <Text size="xs" c="dimmed" truncate visibleFrom="sm">
                {word('engagementStages', one)}
              </Text>
              <VisuallyHidden hiddenFrom="sm">{word('engagementStages', one)}</VisuallyHidden>
            </>
          )}
        </Box>
      ))}
    </Group>
  );
}
