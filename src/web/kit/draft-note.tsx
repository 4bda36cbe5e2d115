import { Alert, Button, Group, Text } from '@mantine/core';
import { useText } from '../texts/use-text.tsx';

/** Says that what was typed before is back, and lets it go. */
export function DraftNote({ onDiscard }: { onDiscard(): void }) {
  const { t } = useText();
  return (
    <Alert color="blue" py={6} role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm">{t.states.draftRestored}</Text>
        <Button size="compact-xs" variant="default" onClick={onDiscard}>
          {t.states.discardDraft}
        </Button>
      </Group>
    </Alert>
  );
}
