import { Menu } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { EngagementStage } from '../../../vocabulary.ts';
import type { BoardCard } from '../../api/engagements.ts';
import { DecisionDialog } from '../../kit/decision-dialog.tsx';
import { useText } from '../../texts/use-text.tsx';
import type { Move } from './use-move.ts';

/** 移至…: the stages that the service offers this reader; an end asks for its code first. */
export function StageMenu({
  engagement,
  onMove,
  children,
}: {
  engagement: BoardCard;
  onMove(move: Move): Promise<unknown>;
  /** The button that opens it. */
  children: ReactNode;
}) {
  const { word } = useText();
  const [ending, setEnding] = useState(false);
  if (engagement.nextStages.length === 0) return null;
  const choose = (to: EngagementStage) =>
    // A refusal is told where the move is made.
    to === 'ended' ? setEnding(true) : void onMove({ engagement, to }).catch(() => {});
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>{children}</Menu.Target>
        <Menu.Dropdown>
          {engagement.nextStages.map((to) => (
            <Menu.Item
              key={to}
              color={to === 'ended' ? 'red' : undefined}
              onClick={() => choose(to)}
            >
              {word('engagementStages', to)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {ending && (
        <EndDialog engagement={engagement} onMove={onMove} onClose={() => setEnding(false)} />
      )}
    </>
  );
}

export function EndDialog({
  engagement,
  onMove,
  onClose,
}: {
  engagement: BoardCard;
  onMove(move: Move): Promise<unknown>;
  onClose(): void;
}) {
  const { t } = useText();
  return (
    <DecisionDialog
      draft={`end.${engagement.id}`}
      title={t.engagements.pipeline.endTitle}
      text={t.engagements.pipeline.endText}
      codes="decisionCodes"
      confirm={t.engagements.pipeline.end}
      danger
      onConfirm={(decision) => onMove({ engagement, to: 'ended', ...decision })}
      onClose={onClose}
    />
  );
}
