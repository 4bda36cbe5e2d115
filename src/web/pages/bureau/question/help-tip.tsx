import { ActionIcon, Tooltip } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useText } from '../../../texts/use-text.tsx';

/** What a word of the page means: said on hover, on focus and on touch, and to screen readers. */
export function HelpTip({ of, text }: { of: string; text: string }) {
  const { t } = useText();
  return (
    <Tooltip label={text} multiline w={280}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        radius="xl"
        aria-label={t.bureau.helpOn(of)}
        aria-description={text}
        className="no-print"
      >
        <IconHelpCircle size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
