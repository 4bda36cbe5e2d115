import { ActionIcon, Anchor, Group, Paper, Stack, Text, Tooltip } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { memo, type Ref, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { BoardCard } from '../../../api/engagements.ts';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { StageMenu } from '../stage-menu.tsx';
import { TurnText } from '../turn-text.tsx';
import type { Move } from '../use-move.ts';

/** One engagement in short: on the board, and instead of a table row on a phone. */
export const EngagementCard = memo(function EngagementCard({
  engagement,
  onMove,
  showStage = false,
  draggable = false,
  followed = false,
  ref,
}: {
  engagement: BoardCard;
  onMove(move: Move): Promise<unknown>;
  showStage?: boolean;
  draggable?: boolean;
  /** Takes the focus when it is drawn. */
  followed?: boolean;
  ref?: Ref<HTMLDivElement>;
}) {
  const { t } = useText();
  const link = useRef<HTMLAnchorElement>(null);
  // At its first drawing alone: a card that stays where it is keeps nobody from going on.
  const follows = useRef(followed);
  useEffect(() => {
    if (follows.current) link.current?.focus();
  }, []);
  const { need, institute, enterprise, turn } = engagement;
  const title = need.title ?? t.engagements.pipeline.hiddenTitle;
  return (
    <Paper
      ref={ref}
      withBorder
      p="xs"
      shadow="xs"
      style={{
        cursor: draggable ? 'grab' : undefined,
        borderLeft: turn?.overdue ? '3px solid var(--mantine-color-red-7)' : undefined,
      }}
    >
      <Stack gap={4}>
        <Group gap={4} wrap="nowrap" align="flex-start" justify="space-between">
          <Anchor
            ref={link}
            component={Link}
            to={`/engagements/${engagement.id}`}
            size="sm"
            fw={600}
            draggable={false}
            lineClamp={2}
          >
            {title}
          </Anchor>
          <StageMenu engagement={engagement} onMove={onMove}>
            <Tooltip label={t.engagements.pipeline.moveTo}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={26}
                aria-label={t.engagements.pipeline.moveCard(title)}
              >
                <IconArrowRight size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </StageMenu>
        </Group>
        <Text size="xs" c="dimmed" lineClamp={2}>
          {[enterprise?.name, institute.name].filter(Boolean).join(' ↔ ')}
        </Text>
        {showStage && (
          <span>
            <CodeBadge table="engagementStages" code={engagement.stage} />
          </span>
        )}
        <TurnText engagement={engagement} />
      </Stack>
    </Paper>
  );
});
